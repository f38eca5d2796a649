// What readers type, and the term of the rules. The search and the explorer use it.
window.SYNONYMS = {
  "小额贷款": "小额担保贷款",
  "社保": "社会保险",
  "低保": "最低生活保障",
  "优惠证": "再就业优惠证",
  "4050人员": "4050 人员",
  "公益岗位": "公益性岗位",
  "下岗证": "再就业优惠证",
  "五十岁": "50 男性年龄",
  "四十岁": "40 女性年龄",
  "microloan": "small guaranteed loan",
  "microcredit": "small guaranteed loan",
  "social security": "social insurance",
};
