export {
  findRival,
  GoalMatcher,
  type GoalSentence,
  listGoalSentences,
  type MatchParts,
  type MatchWeights,
  servesFrom,
} from "../server/src/goals/match.js";
export { readDocument } from "../server/src/index.js";
export { isFunctionWord } from "../server/src/text/part-of-speech.js";
export { stemOf } from "../server/src/text/word-family.js";
export { WordFrequency } from "../server/src/text/word-frequency.js";
export { WordVectors } from "../server/src/text/word-vectors.js";
export { splitWords } from "../server/src/text/words.js";
