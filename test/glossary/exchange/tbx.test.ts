import { describe, expect, it } from 'vitest';
import type { Imported } from '../../../server/src/glossary/exchange/imported.js';
import { readTbx, writeTbx } from '../../../server/src/glossary/exchange/tbx.js';

const read = (text: string, language = 'en'): Imported => readTbx('a.tbx', [new TextEncoder().encode(text)], { language });
const tbx = (body: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}\n<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n${body}\n</body></text></tbx>`;
const concept = (term: string, id: string): string =>
  `<conceptEntry id="${id}"><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec></conceptEntry>`;
const tell = ({ problems }: Imported): readonly string[] => problems.map(({ start, severity, code }) => `${start.line}:${start.column} ${severity} ${code}`);
const plain = { status: 'approved', caseSensitive: false };

describe('TBX', () => {
  it('is written as TBX-Basic asks for it', () => {
    const { content } = writeTbx(
      { name: 'acme', title: 'Acme terms', owner: 'Comms' },
      [
        {
          term: 'utilise',
          status: 'approved',
          caseSensitive: false,
          partOfSpeech: 'verb',
          replacements: ['use'],
          definition: 'to use',
          domain: 'it',
          severity: 'info',
          examples: { flags: ['We utilise it.'] },
        },
      ],
      { language: 'en-GB' },
    );
    expect(content).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en-GB" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Acme terms</title></titleStmt>
      <publicationStmt><p>Owner: Comms</p></publicationStmt>
      <sourceDesc><p>Glossary: acme</p><p>Written by Liaison.</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="c-utilise-verb">
        <note>liaison {&quot;severity&quot;:&quot;info&quot;}</note>
        <descrip type="subjectField">it</descrip>
        <langSec xml:lang="en-GB">
          <descrip type="definition">to use</descrip>
          <termSec>
            <term>utilise</term>
            <termNote type="partOfSpeech">verb</termNote>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
            <descrip type="context">We utilise it.</descrip>
          </termSec>
          <termSec>
            <term>use</term>
            <termNote type="partOfSpeech">verb</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
`);
  });

  it('comes in from version 2, with other languages told and left out', () => {
    const imported = read(`<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1"><descripGrp><descrip type="definition">a list of
      who may enter</descrip></descripGrp>
<langSet xml:lang="en"><ntig><termGrp><term>ACL</term><termNote type="termType">acronym</termNote><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
<tig><term>access control list</term><termNote type="termType">fullForm</termNote></tig></langSet>
<langSet xml:lang="fr"><tig><term>LCA</term></tig></langSet></termEntry></body></text></martif>`);
    expect(imported.entries).toEqual([
      { term: 'ACL', expansion: 'access control list', partOfSpeech: 'noun', definition: 'a list of who may enter', ...plain },
    ]);
    expect(tell(imported)).toEqual(['2:52 warning other-language']);
  });

  it('comes in where the category is the element (DCT)', () => {
    const imported =
      read(`<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>it</min:subjectField><langSec xml:lang="en"><basic:definition>to use</basic:definition>
<termSec><term>use</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>utilise</term><min:partOfSpeech>verb</min:partOfSpeech><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><basic:geographicalUsage>UK</basic:geographicalUsage></termSec>
</langSec></conceptEntry></body></text></tbx>`);
    expect(imported.entries).toEqual([{ term: 'utilise', partOfSpeech: 'verb', replacements: ['use'], definition: 'to use', domain: 'it', ...plain }]);
    expect(imported.problems.map(({ message }) => message)).toEqual(['“geographicalUsage” has no place in a glossary, so it was left out of this entry.']);
  });

  it('expands no entity: the entry is told once and left out', () => {
    const bomb = `<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const imported = read(tbx([concept('good', '1'), concept('&b;&b;', '2'), concept('&x;', '3'), concept('fine &amp; well &#233;', '4')].join('\n'), bomb));
    expect(imported.entries.map(({ term }) => term)).toEqual(['good', 'fine & well é']);
    expect(imported.problems.map(({ start, code }) => `${start.line} ${code}`)).toEqual(['4 entity', '5 entity']);
  });

  it('keeps what stands before a break, and tells where it breaks', () => {
    expect(read(tbx(`${concept('good', '1')}\n${'<x>'.repeat(100_000)}`))).toMatchObject({
      entries: [{ term: 'good' }],
      problems: [{ code: 'not-xml', start: { line: 4 } }],
    });
    expect(read(tbx(`${concept('good', '1')}\n</oops>`))).toMatchObject({ entries: [{ term: 'good' }], problems: [{ code: 'not-xml', start: { line: 4 } }] });
  });

  it('tells ids that come twice, concepts without a term and languages that are not there', () => {
    const other = '<conceptEntry id="4"><langSec xml:lang="de"><termSec><term>gut</term></termSec></langSec></conceptEntry>';
    const imported = read(tbx([concept('good', '1'), concept('bad', '1'), concept('', '3'), other].join('\n')));
    expect(imported.entries.map(({ term }) => term)).toEqual(['good']);
    expect(tell(imported)).toEqual(['4:1 error duplicate-id', '5:1 error missing-term', '6:1 error missing-language', '6:1 warning other-language']);
    expect(read(tbx(other), 'de').entries.map(({ term }) => term)).toEqual(['gut']);
  });

  it('is told from other XML', () => {
    expect(read('<html><body/></html>')).toMatchObject({ isReadable: false, problems: [{ code: 'not-tbx' }] });
    expect(read('Term,Meaning\n')).toMatchObject({ isReadable: false, problems: [{ code: 'not-tbx' }] });
  });
});
