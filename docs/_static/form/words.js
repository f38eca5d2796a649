// The words of the form in both languages; facts and terms carry their own names.
const words = {
  zh_CN: {
    measure: "措施", on: "适用日期", region: "地区", facts: "事实", about: "办理内容和依据",
    choose: "请选择措施", unknown: "不详", yes: "是", no: "否", required: (name) => `${name}（必填）`, none: "没有",
    add: "增加一项", remove: "删除", key: "名称",
    decide: "办理", next: "下一问", notKnown: "不详，问下一项", asking: "逐项询问，只问影响结果的事实",
    example: "填入算例", clear: "清空", print: "打印", link: "复制链接", linked: "链接已复制，其中没有姓名和号码",
    presume: "下列要件未填的，推定如下，并在结果中注明：",
    size: (megabytes) => `第一次办理时载入程序和规定，约${megabytes} MB；所填内容只在本机处理，不发送。`,
    absent: "本网站生成时没有加入在网页上办理所需的程序，可改用命令行或者 HTTP 服务。",
    interpreter: "正在载入程序……", library: "正在载入程序库……", rules: "正在载入规定……", working: "正在办理……",
    failed: "没有载入成功，请检查网络后重试：", faults: "所填内容有下列问题：", result: "办理结果",
    missing: "还需要下列事实：", missingRules: "未查到下列规定：", sent: "个案（JSON）", received: "结果（JSON）", decided: "已办理", refused: "不予批准", undecided: "待定",
    twice: "该名称已填写过。",
    comma: "、", colon: "：", number: (name, number) => `${name}（${number}）`, presumed: (name, value) => `${name}（${value}）`,
  },
  en: {
    measure: "Measure", on: "Day", region: "Place", facts: "Facts", about: "What it decides, and its rules",
    choose: "Choose a measure", unknown: "Not known", yes: "Yes", no: "No", required: (name) => `${name} (required)`, none: "There are none",
    add: "Add one", remove: "Remove", key: "Name",
    decide: "Decide", next: "Next question", notKnown: "Not known, go on", asking: "Ask one question at a time, and only what can change the result",
    example: "Fill in an example", clear: "Clear", print: "Print", link: "Copy the link", linked: "The link is copied; it has no names or numbers of persons",
    presume: "If they are not filled in, presume, and mark in the result: ",
    size: (megabytes) => `The first case loads the program and the rules, about ${megabytes} MB. What you fill in is not sent anywhere.`,
    absent: "This site was built without the program that decides cases in the page. Use the command line or the HTTP service.",
    interpreter: "Loading the program …", library: "Loading the library …", rules: "Loading the rules …", working: "Deciding …",
    failed: "The program was not loaded. Check the connection and try again: ", faults: "Something is wrong with what was filled in:", result: "Result",
    missing: "These facts are needed too:", missingRules: "These rules are not known:", sent: "The case as JSON", received: "The outcome as JSON", decided: "Decided", refused: "Refused", undecided: "Undecided",
    twice: "This name is filled in above.",
    comma: "; ", colon: ": ", number: (name, number) => `${name} ${number}`, presumed: (name, value) => `${name}: ${value}`,
  },
};

export const locale = document.documentElement.lang.startsWith("zh") ? "zh_CN" : "en";
export const say = words[locale];

// The name of a fact, a term or a measure: in the schemas the English is the title.
export function nameOf(schema) {
  if (locale === "zh_CN") return schema.zh ?? schema.description ?? schema.title;
  const name = schema.en ?? schema.title ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}
