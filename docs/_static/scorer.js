// Pages to read come before pages of the code: what a person looks for is a measure or a task.
var Scorer = {
  score: (result) => {
    const [page, , , , score, , kind] = result;
    if (kind === "object" || page.startsWith("reference/generated/code/")) return score - 60;
    if (page.startsWith("reference/generated/measures/")) return score + 30;
    if (page.startsWith("reference/generated/instruments")) return score + (kind === "title" ? 50 : 12);
    if (page.startsWith("reference/generated/rules/")) return score + 4;
    if (page.startsWith("reference/generated/columns")) return score - 5;
    if (/^(tutorials|how-to|explanation)\//.test(page)) return score + 25;
    return score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
