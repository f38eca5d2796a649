import type { Answer, BatchLine } from "./gansu_reemployment";

declare const process: { argv: string[] };

const service = process.argv[2] ?? "http://127.0.0.1:8003";
const loan: BatchLine<"loan_terms">["facts"] = {
  born_on: "1963-03-01",
  certified: true,
  partners: 1,
  requested: "30000.00",
  months: 24,
  micro_profit: true,
  purpose: "starting",
  uplift: 0,
  own_funds_short: true,
  healthy: true,
  creditworthy: true,
  skilled: true,
  recommended: true,
  examined: true,
  guaranteed: true,
};
const loans = [loan, { ...loan, certified: false }, { ...loan, certified: null }, { ...loan, months: -1 }];

async function ask(lines: BatchLine<"loan_terms">[]): Promise<Answer<"loan_terms">[]> {
  const response = await fetch(`${service}/batch`, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson", "Accept-Language": "zh-CN" },
    body: lines.map((line) => JSON.stringify(line) + "\n").join(""),
  });
  return (await response.text()).trim().split("\n").map((line) => JSON.parse(line));
}

async function main(): Promise<void> {
  const common = { measure: "loan_terms", on: "2003-07-01", region: "620500" } as const;
  const lines = loans.map((facts, number) => ({ id: number + 1, ...common, facts }));
  for (const answer of await ask(lines)) {
    if ("problem" in answer) {
      const faults = answer.problem.faults ?? [];
      console.log(answer.id, ...faults.map((one) => `${one.path} ${one.problem}`));
    } else if (answer.value !== null) {
      const documents = new Set(answer.citations.map((cited) => cited.document));
      console.log(answer.id, answer.value.principal, ...[...documents].sort());
    } else {
      console.log(answer.id, answer.status, ...answer.refusals.map((one) => one.code), ...answer.missing);
    }
  }
}

main();
