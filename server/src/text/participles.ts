import { inflect } from './inflection.js';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Verbs that messages put in the passive, as lemmas. They lead from a participle back to its verb. */
const knownVerbs = list(`
  accept access achieve acquire activate add address adjust adopt advise agree align allocate allow amend analyse analyze announce answer apply appoint appreciate approve
  archive arrange ask assess assign attach attack audit authorise authorize automate avoid award back ban begin bill block book break bring broadcast build burn
  buy call cancel capture carry catch cause change charge check choose circulate clean clear close collect combine compare complete compromise configure confirm
  connect consider consolidate contact control convert copy correct cover create credit cut deactivate deal debug decide decommission decrease define delay
  delete deliver demonstrate deploy deprecate describe design destroy detect determine develop direct disable discard disconnect discontinue discover discuss
  display distribute divert divide document double download draft draw drop edit eliminate email employ enable encourage encrypt enforce enhance escalate
  establish estimate evaluate examine exclude execute expand explain expose extend extract feed fill find finish fix follow forget forward fund gather
  generate get give grant group handle hear hide hire hit hold host identify ignore implement import improve include increase inform initiate inspect install
  instruct integrate interrupt introduce investigate invite issue keep launch lay lead learn leave lend let limit link list load locate lock log lose lower
  maintain make manage mark measure meet mention merge migrate miss mitigate modify monitor move name need notice notify observe obtain offer open operate
  optimise optimize order organise organize outline override overwrite pass patch pause pay perform permit place plan post postpone prepare present press
  prevent print prioritise prioritize process produce prompt propose protect prove provide publish pull purchase push put question raise reach read reassign rebook reboot
  rebuild receive recommend reconfigure reconnect record recover redeploy redesign redirect redo reduce refer refresh refund refuse register reinstall
  reinstate reject release relocate remind remove rename renew reopen repair repeat replace report request require reschedule reserve reset resolve restart
  restore restrict resume retire retrieve return review revise revoke rewrite roll rotate run save say scan schedule secure see select sell send separate
  serve set settle share show shut sign simplify solve specify split start steal stop store streamline strengthen submit suggest supply support suspend switch take
  teach tell terminate test thank throttle throw track train transfer translate transmit treat trial trigger try turn unblock unify uninstall unlock unpack unplug unpublish unsubscribe update upgrade upload urge
  use validate verify view visit warn waive welcome withdraw withhold write
`);

/** Irregular verbs whose participle the table of inflections does not have. Source: the list of retext-passive. */
const otherParticiples: Readonly<Record<string, string>> = {
  awoken: 'awake',
  beaten: 'beat',
  bled: 'bleed',
  bred: 'breed',
  built: 'build',
  burnt: 'burn',
  burst: 'burst',
  cast: 'cast',
  flung: 'fling',
  forbidden: 'forbid',
  forgiven: 'forgive',
  forsaken: 'forsake',
  frozen: 'freeze',
  gotten: 'get',
  ground: 'grind',
  hurt: 'hurt',
  learnt: 'learn',
  lit: 'light',
  misled: 'mislead',
  mistaken: 'mistake',
  misspelt: 'misspell',
  mown: 'mow',
  offset: 'offset',
  outdone: 'outdo',
  overdone: 'overdo',
  overtaken: 'overtake',
  overthrown: 'overthrow',
  overwritten: 'overwrite',
  proven: 'prove',
  sawn: 'saw',
  sewn: 'sew',
  shaven: 'shave',
  shed: 'shed',
  shot: 'shoot',
  slain: 'slay',
  slid: 'slide',
  slit: 'slit',
  sown: 'sow',
  spilt: 'spill',
  strewn: 'strew',
  stricken: 'strike',
  struck: 'strike',
  strung: 'string',
  stung: 'sting',
  sworn: 'swear',
  thrust: 'thrust',
  trodden: 'tread',
  undergone: 'undergo',
  withheld: 'withhold',
  withstood: 'withstand',
  wound: 'wind',
  woven: 'weave',
  wrung: 'wring',
};

/** Irregular verbs of everyday text that take an object, so that they can be passive at all. */
const irregularVerbs = list(`
  bend bind bite blow choose dig do drink drive eat feel fight fly grow know mean overcome oversee ring seek shake shrink speak spend spin spread stick sweep
  swing tear think understand undertake undo uphold upset wear win foresee forego
`);

/** Words that end like a participle and are none. */
const lookalikes: ReadonlySet<string> = new Set(
  list(
    'bed bleed breed creed deed embed exceed feed greed heed hundred indeed infrared kindred need newsfeed proceed red reed sacred seed shed speed succeed weed wed',
  ),
);

const lemmas: ReadonlyMap<string, string> = new Map([
  ...Object.entries(otherParticiples),
  ...[...knownVerbs, ...irregularVerbs].flatMap((lemma): [string, string][] => {
    const participle = inflect(lemma, 'verb', 'pastParticiple');
    // American spelling keeps the single l: canceled.
    return [
      [participle, lemma],
      ...(/[^l]lled$/.test(participle) && !lemma.endsWith('ll') ? [[participle.replace(/lled$/, 'led'), lemma] as [string, string]] : []),
    ];
  }),
]);

/** Whether a lower-case word can be a past participle: “moved”, “written”. Every word in -ed can, but for a few. */
export function isPastParticiple(key: string): boolean {
  return lemmas.has(key) || (key.length > 3 && key.endsWith('ed') && !lookalikes.has(key));
}

/** The verb that a participle belongs to, `taken` to `take`, where it is one that messages use. */
export function findVerb(participle: string): string | undefined {
  return lemmas.get(participle);
}
