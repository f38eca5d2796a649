// The types of gansu-reemployment-service-http; made by .ci/measures.py from the JSON Schemas.

/** An ISO date, such as "2003-07-01". */
export type Day = string;
/** An exact amount in yuan as text, such as "20000.00". Never parse it into a binary number. */
export type Yuan = string;
/** An exact ratio as text, such as "58/100" or "0.05". */
export type Ratio = string;

/** 专项转移支付分配 · special transfer divided: facts */
export interface AllocateFacts {
  /** 资金总额 · pot (yuan) */
  pot?: Yuan | null;
  /** 分配办法 · form */
  form?: Form | null;
  /** 分配因素 · factors */
  factors?: Array<FundShare> | null;
  /** 上年补助数 · last year's amounts */
  base?: Record<string, Yuan>;
}

export interface Appropriation {
  /** 分配数 · amounts */
  amounts: Record<string, Yuan>;
  /** 各因素影响 · moved by each factor */
  moved: Partial<Record<FundFactor, Record<string, Yuan>>>;
}

/** 考核 · assessment: facts */
export interface AssessmentFacts {
  /** 考核项目 · items */
  items?: Array<Item> | null;
  /** 等次 · bands */
  bands?: Array<Band>;
  /** 评分 · scores */
  scores?: Record<string, Record<string, Ratio | null>> | null;
}

export type Assets =
  /** 非主业资产 · non-core assets */
  | "non_core"
  /** 闲置资产 · idle assets */
  | "idle"
  /** 关闭破产企业的有效资产 · valid assets of a closed or bankrupt enterprise */
  | "closed"
  /** 其他资产 · other assets */
  | "other";

export type Authority =
  /** 国税 · state tax */
  | "state_tax"
  /** 地税 · local tax */
  | "local_tax"
  /** 工商 · industry and commerce */
  | "commerce";

export interface Band {
  /** zh · zh */
  zh: string;
  /** en · en */
  en: string;
  /** at_least · at least (points) */
  at_least: Ratio;
  /** most · most (points) */
  most?: Ratio | null;
}

/** 停止和恢复发放贷款 · Stop and resumption of lending: facts */
export interface BankLendingFacts {
  /** 贷款余额 · balance of the loans (yuan) */
  balance?: Yuan | null;
  /** 不良贷款余额 · bad loans (yuan) */
  bad?: Yuan | null;
  /** 已停止发放 · has stopped new loans */
  stopped?: boolean | null;
  /** 担保基金已代偿 · the fund has paid */
  fund_paid?: boolean | null;
}

export interface BestRelief {
  /** 政策 · scheme */
  scheme: string;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
}

/** 择优享受 · the best relief: facts */
export interface BestReliefFacts {
  /** 可享受的政策 · offers */
  offers: Array<ReliefOffer>;
}

export type Borrower =
  /** 持《再就业优惠证》人员 · holder of the certificate */
  | "certified"
  /** 城镇复员转业退役军人 · demobilised soldier */
  | "ex_serviceman"
  /** 其他城镇登记失业人员 · other registered urban unemployed */
  | "registered"
  /** 到西部地区或者县以下基层就业的高校毕业生 · graduate who went to the West or to county level and below */
  | "graduate"
  /** 就业困难人员 · person with employment difficulties */
  | "difficult"
  /** 劳动密集型小企业 · labour-intensive small enterprise */
  | "enterprise"
  /** 其他人员 · none of these classes */
  | "none";

export interface Breakdown {
  /** 分解 · allocation */
  allocation: Record<string, number>;
  /** 余数进位单位 · units with an extra one */
  extra: Array<string>;
}

/** 目标分解 · breakdown: facts */
export interface BreakdownFacts {
  /** 总数 · total (what the target counts) */
  total?: number | null;
  /** 分解因素 · factors */
  factors?: Array<Factor> | null;
  /** 取整单位 · lot (what the target counts) */
  lot?: number;
  /** 下限 · floors */
  floors?: Record<string, number>;
  /** 上限 · caps */
  caps?: Record<string, number>;
  /** 固定数 · fixed cells */
  fixed?: Record<string, number>;
  /** 上级单位 · units above */
  parents?: Record<string, string>;
}

export interface ByTax_Fraction {
  /** business_tax · business tax (share of 1) */
  business_tax: Ratio;
  /** construction_tax · construction tax (share of 1) */
  construction_tax: Ratio;
  /** education_surcharge · education surcharge (share of 1) */
  education_surcharge: Ratio;
  /** enterprise_income_tax · enterprise income tax (share of 1) */
  enterprise_income_tax: Ratio;
  /** individual_income_tax · individual income tax (share of 1) */
  individual_income_tax: Ratio;
}

export interface ByTax_Yuan {
  /** business_tax · business tax (yuan) */
  business_tax: Yuan;
  /** construction_tax · construction tax (yuan) */
  construction_tax: Yuan;
  /** education_surcharge · education surcharge (yuan) */
  education_surcharge: Yuan;
  /** enterprise_income_tax · enterprise income tax (yuan) */
  enterprise_income_tax: Yuan;
  /** individual_income_tax · individual income tax (yuan) */
  individual_income_tax: Yuan;
}

export interface Candidate {
  /** 台账编号 · number */
  number: string;
  /** 就业困难程度 · hardship */
  hardship?: Group | null;
  /** 登记日期 · registered on */
  registered_on?: Day | null;
  /** 出生日期 · date of birth */
  born_on?: Day | null;
  /** 连续失业月数 · months unemployed (months) */
  months_unemployed?: number | null;
  /** 享受低保 · on the minimum living allowance */
  living_allowance?: boolean | null;
}

/** 公益性岗位安置顺序 · order of candidates: facts */
export interface CandidatesFacts {
  /** 待安置人员 · people */
  people: Array<Candidate>;
}

export interface Capacity {
  /** 最高担保责任余额 · highest guaranteed balance (yuan) */
  capacity: Yuan;
  /** 可新增担保额 · room left (yuan) */
  headroom: Yuan;
  /** 超出额 · beyond what is allowed (yuan) */
  excess: Yuan;
}

export type CardClass =
  /** 全部扶持政策 · the whole of the policy */
  | "full"
  /** 税收以外的扶持政策 · help other than tax relief */
  | "without_tax";

export interface Certificate {
  /** 优惠证类别 · class of the card */
  card: CardClass;
  /** 注明截止日期 · expiry noted */
  expiry_noted: boolean;
}

/** 再就业优惠证认定 · certificate: facts */
export interface CertificateFacts {
  /** 性别 · sex */
  sex?: Sex | null;
  /** 出生日期 · date of birth */
  born_on?: Day | null;
  /** 人员类别 · group */
  group?: EntitledGroup | null;
  /** 有劳动能力 · able to work */
  able?: boolean | null;
  /** 有就业愿望 · willing to work */
  willing?: boolean | null;
  /** 在业 · in work */
  employed?: boolean | null;
  /** 企业内部退养 · retired within the enterprise */
  internally_retired?: boolean | null;
  /** 政策前已领执照 · licensed before the policy */
  licensed_before?: boolean | null;
  /** 政策前已再就业 · re-employed before the policy */
  employed_before?: boolean | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 距退休年数 · years to retirement (years) */
  years_to_retirement?: number | null;
  /** 年检合格 · annual check passed */
  checked?: boolean | null;
  /** 符合所属类别的具体条件 · conditions of the group met */
  class_met?: boolean | null;
  /** 零就业家庭成员 · household without anyone in work */
  zero_employment?: boolean | null;
  /** 残疾 · disabled */
  disabled?: boolean | null;
  /** 失地 · land lost */
  landless?: boolean | null;
  /** 享受低保 · on the minimum living allowance */
  living_allowance?: boolean | null;
  /** 连续失业月数 · months unemployed (months) */
  months_unemployed?: number | null;
  /** 曾享受就业援助 · helped before */
  helped_before?: boolean | null;
}

/** 再就业优惠证申领材料 · papers of the application: facts */
export interface CertificatePapersFacts {
  /** 性别 · sex */
  sex?: Sex | null;
  /** 出生日期 · date of birth */
  born_on?: Day | null;
  /** 人员类别 · group */
  group?: EntitledGroup | null;
  /** 有劳动能力 · able to work */
  able?: boolean | null;
  /** 有就业愿望 · willing to work */
  willing?: boolean | null;
  /** 在业 · in work */
  employed?: boolean | null;
  /** 企业内部退养 · retired within the enterprise */
  internally_retired?: boolean | null;
  /** 政策前已领执照 · licensed before the policy */
  licensed_before?: boolean | null;
  /** 政策前已再就业 · re-employed before the policy */
  employed_before?: boolean | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 距退休年数 · years to retirement (years) */
  years_to_retirement?: number | null;
  /** 年检合格 · annual check passed */
  checked?: boolean | null;
  /** 符合所属类别的具体条件 · conditions of the group met */
  class_met?: boolean | null;
  /** 零就业家庭成员 · household without anyone in work */
  zero_employment?: boolean | null;
  /** 残疾 · disabled */
  disabled?: boolean | null;
  /** 失地 · land lost */
  landless?: boolean | null;
  /** 享受低保 · on the minimum living allowance */
  living_allowance?: boolean | null;
  /** 连续失业月数 · months unemployed (months) */
  months_unemployed?: number | null;
  /** 曾享受就业援助 · helped before */
  helped_before?: boolean | null;
}

/** 再就业优惠证有效性 · validity of a certificate: facts */
export interface CertificateUseFacts {
  /** 年检合格 · annual check passed */
  checked?: boolean | null;
  /** 持证人已退休 · holder retired */
  retired?: boolean | null;
  /** 转借、转让或者伪造 · lent, transferred or forged */
  misused?: boolean | null;
  /** 注明截止日期 · expiry noted */
  expiry_noted?: boolean | null;
  /** 截止日期 · day of expiry */
  expires_on?: Day | null;
  /** 在发证市使用 · used in the issuing city */
  local?: boolean | null;
  /** 在发证省使用 · used in the issuing province */
  provincial?: boolean | null;
}

export interface Charge {
  /** 收费项目 · item */
  item: string;
  /** 金额 · amount (yuan) */
  amount: Yuan;
}

export interface Citation {
  /** instrument · instrument */
  instrument: Instrument;
  /** article · article */
  article?: string;
  /** standing · standing */
  standing?: Standing;
}

export interface ClaimSheet {
  /** 核定明细 · granted */
  lines: Array<InsuranceLine>;
  /** 未核定 · not granted */
  not_granted: Array<NotGranted>;
  /** 补贴合计 · total (yuan) */
  total: Yuan;
}

export type Claimant =
  /** 企业 · enterprise */
  | "enterprise"
  /** 个体经营 · sole trader */
  | "sole_trader";

export interface CollectionOffset {
  /** 抵减额 · offset (yuan) */
  offset: Yuan;
  /** 抵减后任务 · adjusted task (yuan) */
  adjusted_task: Yuan;
  /** 完成比例 · completion (share of 1) */
  completion?: Ratio | null;
  /** 超出任务的减免额 · excess (yuan) */
  excess: Yuan;
}

/** 抵减收缴任务 · offset against the collection task: facts */
export interface CollectionOffsetFacts {
  /** 收入任务 · collection task (yuan) */
  task?: Yuan | null;
  /** 减免税额 · reliefs */
  reliefs?: Array<Yuan> | null;
  /** 已征收 · collected (yuan) */
  collected?: Yuan | null;
  /** 同意抵减 · offset granted */
  granted?: boolean | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"granted">;
}

/** 征收机关 · collecting authority: facts */
export interface CollectorFacts {
  /** 税费种类 · tax */
  tax?: Tax | null;
  /** 登记日期 · date of registration */
  registered_on?: Day | null;
  /** 以缴纳营业税为主 · pays mainly business tax */
  pays_business_tax?: boolean | null;
}

export interface CompensationGap {
  /** 年度代偿上限 · ceiling of the year (yuan) */
  ceiling: Yuan;
  /** 担保基金代偿 · paid by the fund (yuan) */
  fund: Yuan;
  /** 财政弥补 · made good by finance (yuan) */
  finance: Yuan;
  /** 超出上限 · beyond the ceiling (yuan) */
  beyond: Yuan;
}

/** 年度代偿分担 · Payments of a year: facts */
export interface CompensationGapFacts {
  /** 贷款余额 · balance of the loans (yuan) */
  balance?: Yuan | null;
  /** 当年代偿额 · to be paid in the year (yuan) */
  compensated?: Yuan | null;
  /** 担保基金可用余额 · what the fund has (yuan) */
  fund?: Yuan | null;
}

export type Condition =
  /** 利用三类资产 · uses the three kinds of assets */
  | "assets"
  /** 独立核算、产权清晰并实行产权主体多元化 · accounts, property rights and owners */
  | "ownership"
  /** 富余人员达到规定比例 · share of surplus staff */
  | "surplus_staff"
  /** 变更或者签订劳动合同 · labour contracts changed or signed */
  | "contracts";

export type Counting =
  /** 按实际天数 · actual days */
  | "days"
  /** 整月加零头天数 · whole months and odd days */
  | "months";

export type Course =
  /** 职业技能培训 · skills */
  | "skills"
  /** 创业意识培训（GYB） · start-up idea (GYB) */
  | "start_idea"
  /** 创业能力培训（SIYB） · starting a firm (SIYB) */
  | "start_firm"
  /** 企业自行培训 · training by the employer */
  | "by_employer";

export interface Coverage {
  /** 比率 · rate (share of 1) */
  rate: Ratio;
  /** 尚缺人数 · persons still without (persons) */
  lacking: number;
  /** 超出人数 · persons above those who qualify (persons) */
  excess: number;
  /** 达到要求 · complete */
  complete: boolean;
}

export interface DeductionYear {
  /** 年度 · year (calendar year) */
  year: number;
  /** 当年定额 · entitled (yuan) */
  entitled: Yuan;
  /** 扣减额 · deducted (yuan) */
  deducted: Yuan;
  /** 应纳税额 · tax payable (yuan) */
  payable: Yuan;
  /** 到期未扣 · expired (yuan) */
  expired: Yuan;
  /** 结转下年 · carried (yuan) */
  carried: Yuan;
}

export type Department =
  /** 财政部门 · finance department */
  | "finance"
  /** 经贸部门 · economic and trade department */
  | "economy"
  /** 劳动保障部门 · labour authority */
  | "labour"
  /** 企业集团 · the group, with the joint reply of the ministries */
  | "group";

export type Direction =
  /** 越高越多 · more for a higher value */
  | "more"
  /** 越高越少 · less for a higher value */
  | "less";

export interface DueTask {
  /** 编号 · key */
  key: string;
  /** 任务 · task */
  task: Task;
  /** 起始日期 · first day */
  first: Day;
  /** 截止日期 · last day */
  last: Day;
  /** 完成期限 · due on */
  due: Day;
}

/** 应办任务 · tasks falling due: facts */
export interface DueTasksFacts {
  /** 起始日期 · first day */
  since?: Day;
  /** 截止日期 · last day */
  until: Day;
}

export type Duty =
  /** 无 · none */
  | "none"
  /** 参加社区公益性服务劳动 · community work */
  | "work"
  /** 参加社区公益性劳动和就业培训 · community work and training */
  | "work_and_training";

export type Employer =
  /** 服务型企业 · service enterprise */
  | "service"
  /** 商贸企业 · retail enterprise */
  | "retail"
  /** 民办非企业单位 · private non-enterprise unit */
  | "private_non_enterprise"
  /** 公益性岗位 · public-service post */
  | "public_post"
  /** 灵活就业 · flexible employment */
  | "flexible"
  /** 除外行业企业 · enterprise of an excluded trade */
  | "excluded"
  /** 其他企业 · other enterprise */
  | "other";

export interface Enterprise {
  /** 企业类型 · kind of enterprise */
  enterprise?: EnterpriseKind | null;
  /** 行业 · trade */
  trade?: Trade | null;
  /** 当年新招用下岗失业人员 · laid-off persons hired (persons) */
  hired?: number | null;
  /** 安置富余人员 · surplus staff placed (persons) */
  surplus_staff?: number | null;
  /** 职工总数 · total staff (persons) */
  staff?: number | null;
  /** 上年年底职工总数 · staff last year (persons) */
  staff_last_year?: number | null;
  /** 当年新招人员数 · all new hires (persons) */
  all_new_hires?: number | null;
  /** 雇工人数 · employees (persons) */
  employees?: number | null;
  /** 劳动合同年限 · contract in years (years) */
  contract_years?: number | null;
  /** 设立方式 · formation */
  formation?: Formation | null;
  /** 兼营除外行业 · also in an excluded trade */
  mixed?: boolean | null;
  /** 分别核算 · separate accounts */
  separate_accounts?: boolean | null;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
  /** 营业税 · business tax (yuan) */
  business_tax?: Yuan | null;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax?: Yuan | null;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge?: Yuan | null;
  /** 企业所得税 · enterprise income tax (yuan) */
  enterprise_income_tax?: Yuan | null;
  /** 个人所得税 · individual income tax (yuan) */
  individual_income_tax?: Yuan | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"formation" | "mixed" | "business_tax" | "construction_tax" | "education_surcharge" | "enterprise_income_tax" | "individual_income_tax">;
}

export type EnterpriseKind =
  /** 新办服务型企业 · new service enterprise */
  | "new_service"
  /** 现有服务型企业 · existing service enterprise */
  | "existing_service"
  /** 新办商贸企业 · new retail enterprise */
  | "new_retail"
  /** 现有商贸企业 · existing retail enterprise */
  | "existing_retail"
  /** 主辅分离经济实体 · spun-off entity */
  | "spun_off"
  /** 个体经营 · sole trader */
  | "sole_trader";

export interface EnterpriseLoan {
  /** 贷款金额 · principal (yuan) */
  principal: Yuan;
  /** 贷款期限（月） · term in months (months) */
  months: number;
  /** 基准年利率 · benchmark rate a year (share of 1 a year) */
  base_rate: Ratio;
  /** 年利率 · rate a year (share of 1 a year) */
  annual_rate: Ratio;
  /** 贴息比例 · share of the benchmark interest paid (share of 1) */
  interest_share: Ratio;
  /** 中央财政承担比例 · of that, by central finance (share of 1) */
  central_share: Ratio;
  /** 手续费补助 · handling fee of the bank (yuan) */
  handling_fee: Yuan;
}

/** 劳动密集型小企业贷款 · Loan to a small enterprise: facts */
export interface EnterpriseLoanFacts {
  /** 新招用持证人员 · holders newly hired (persons) */
  hired?: number | null;
  /** 职工总数 · staff (persons) */
  staff?: number | null;
  /** 劳动合同期限（月） · contract months (months) */
  contract_months?: number | null;
  /** 申请金额 · amount asked for (yuan) */
  requested?: Yuan | null;
  /** 申请期限（月） · term asked for, in months (months) */
  months?: number | null;
  /** 享受政府担保 · government guarantee */
  government_guarantee?: boolean | null;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number | null;
}

export type EntitledGroup =
  /** 国有企业下岗职工 · laid-off worker of a state-owned enterprise */
  | "laid_off_soe"
  /** 国有企业失业人员 · unemployed after work in a state-owned enterprise */
  | "unemployed_soe"
  /** 国有企业关闭破产需要安置的人员 · to be placed because a state-owned enterprise closed or went bankrupt */
  | "closed_soe"
  /** 享受城市居民最低生活保障并且失业一年以上的城镇其他失业人员 · other urban unemployed on the minimum living allowance for a year or more */
  | "living_allowance"
  /** 国有企业所办集体企业下岗职工 · laid-off worker of a collective enterprise run by a state-owned one */
  | "laid_off_collective"
  /** 其他集体企业下岗失业人员 · laid off or unemployed from another collective enterprise */
  | "laid_off_other_collective"
  /** 城镇退役军人 · ex-serviceman of a town */
  | "ex_serviceman"
  /** 享受城市居民最低生活保障的其他登记失业人员 · other registered unemployed on the minimum living allowance, for less than a year */
  | "allowance_under_a_year"
  /** 其他人员 · none of these groups */
  | "none";

export interface ExtensionTerms {
  /** 展期期限（月） · months of extension (months) */
  months: number;
  /** 基准年利率 · benchmark rate a year (share of 1 a year) */
  base_rate: Ratio;
  /** 年利率 · rate a year (share of 1 a year) */
  annual_rate: Ratio;
  /** 贴息比例 · share of the interest subsidised (share of 1) */
  interest_share: Ratio;
}

export type Extent =
  /** 全文 · whole */
  | "whole"
  /** 部分 · part */
  | "part";

export interface Factor {
  /** 权数 · weights */
  weights: Record<string, Ratio | null>;
  /** 所占比重 · share (share of 1) */
  share?: Ratio;
  /** 因素名称 · name of the factor */
  name?: string;
}

export interface FeeLine {
  /** 收费项目 · item */
  item: string;
  /** 减免金额 · relief (yuan) */
  relief: Yuan;
  /** 应缴金额 · payable (yuan) */
  payable: Yuan;
}

export interface FeeRelief {
  /** 收费项目 · items */
  lines: Array<FeeLine>;
  /** 减免金额 · relief (yuan) */
  relief: Yuan;
  /** 应缴金额 · payable (yuan) */
  payable: Yuan;
  /** 减免起始日 · first day */
  first_day: Day;
  /** 减免届满日 · last day */
  last_day: Day;
}

/** 收费减免 · fee relief: facts */
export interface FeeReliefFacts {
  /** 行业 · trade */
  trade?: Trade | null;
  /** 工商批准经营之日 · day of the licence */
  licensed_on?: Day | null;
  /** 收费 · charges */
  charges: Array<Charge>;
}

export interface FixedDeduction {
  /** 各年度扣减 · deduction by year */
  years: Array<DeductionYear>;
}

/** 定额扣减 · fixed deduction: facts */
export interface FixedDeductionFacts {
  /** 定额扣减方式 · scheme */
  scheme?: Scheme | null;
  /** 各年度 · years */
  years: Array<HolderYear>;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
}

export type Form =
  /** 因素法 · share form */
  | "share"
  /** 基数滚动法 · roll-over form */
  | "roll_over";

export type Formation =
  /** 新设立 · set up from nothing */
  | "set_up"
  /** 合并 · merger */
  | "merger"
  /** 分立 · split */
  | "split"
  /** 改制 · restructuring */
  | "restructuring"
  /** 改组 · reorganisation */
  | "reorganisation"
  /** 扩建 · expansion */
  | "expansion"
  /** 搬迁 · relocation */
  | "relocation"
  /** 转产 · change of product */
  | "change_of_product"
  /** 吸收新成员 · new members joining */
  | "new_members"
  /** 改变隶属关系 · change of superior body */
  | "change_of_superior"
  /** 改变企业名称 · change of name */
  | "change_of_name"
  /** 改变法定代表人 · change of the legal representative */
  | "change_of_head"
  /** 出借、转让或者冒名更换业主 · owner changed by loan, sale or impersonation */
  | "feigned_owner"
  /** 业主本人注销后重新登记 · cancelled and registered again by its own owner */
  | "registered_again"
  /** 更换业主并注销后重新登记 · owner changed by loan, sale or impersonation, then cancelled and registered again */
  | "feigned_and_registered_again";

export type FundFactor =
  /** 地方资金实际投入情况 · actual input of local money */
  | "local_input"
  /** 净增就业岗位数 · net new jobs */
  | "net_new_jobs"
  /** 开发公益性就业岗位数 · public-service posts opened */
  | "public_posts"
  /** 大龄就业困难对象数 · older hard-to-employ persons */
  | "older_persons"
  /** 落实再就业资金数 · re-employment fund put in place */
  | "fund_in_place"
  /** 再就业率 · re-employment rate */
  | "reemployment_rate"
  /** 城镇登记失业率 · registered urban unemployment rate */
  | "unemployment_rate";

export interface FundShare {
  /** 因素 · factor */
  factor?: FundFactor | null;
  /** 权重 · weight (weight) */
  weight?: Ratio | null;
  /** 方向 · direction */
  direction?: Direction | null;
  /** 因素值 · values */
  values: Record<string, Ratio | null>;
}

export type Grade =
  /** 政府网站 · official site */
  | "official_site"
  /** 法规库 · law database */
  | "law_database"
  /** 转载 · copy */
  | "copy"
  /** 报道 · press */
  | "press";

export type Group =
  /** 一般人员 · general */
  | "general"
  /** 大龄就业困难对象（“4050”人员） · older hard-to-employ person (“4050” group) */
  | "older"
  /** 零就业家庭成员 · member of a household without anyone in work */
  | "zero_employment"
  /** 残疾人员 · disabled person */
  | "disabled"
  /** 享受低保且失业一年以上的就业困难人员 · on the minimum living allowance and unemployed for a year or more */
  | "long_allowance"
  /** 享受低保的就业困难人员 · on the minimum living allowance */
  | "allowance"
  /** 失地人员 · person who lost the land */
  | "landless"
  /** 连续失业一年以上人员 · unemployed for a year or more without a break */
  | "long_unemployed";

/** 担保能力 · Capacity of the guarantee fund: facts */
export interface GuaranteeCapacityFacts {
  /** 担保基金存款余额 · deposit of the fund (yuan) */
  fund?: Yuan | null;
  /** 担保责任余额 · guaranteed balance (yuan) */
  outstanding?: Yuan | null;
}

export interface GuaranteeFee {
  /** 担保费 · fee (yuan) */
  fee: Yuan;
  /** 财政支付 · paid by finance (yuan) */
  finance: Yuan;
  /** 借款人支付 · paid by the borrower (yuan) */
  borrower: Yuan;
}

/** 担保费 · Guarantee fee: facts */
export interface GuaranteeFeeFacts {
  /** 实际担保的贷款本金 · principal guaranteed (yuan) */
  principal?: Yuan | null;
  /** 贷款余额 · balance of the loans (yuan) */
  balance?: Yuan | null;
}

/** “4050”人员认定 · “4050” classification: facts */
export interface HardshipFacts {
  /** 性别 · sex */
  sex?: Sex | null;
  /** 出生日期 · date of birth */
  born_on?: Day | null;
  /** 人员类别 · group */
  group?: EntitledGroup | null;
  /** 有劳动能力 · able to work */
  able?: boolean | null;
  /** 有就业愿望 · willing to work */
  willing?: boolean | null;
  /** 在业 · in work */
  employed?: boolean | null;
  /** 企业内部退养 · retired within the enterprise */
  internally_retired?: boolean | null;
  /** 政策前已领执照 · licensed before the policy */
  licensed_before?: boolean | null;
  /** 政策前已再就业 · re-employed before the policy */
  employed_before?: boolean | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 距退休年数 · years to retirement (years) */
  years_to_retirement?: number | null;
  /** 年检合格 · annual check passed */
  checked?: boolean | null;
  /** 符合所属类别的具体条件 · conditions of the group met */
  class_met?: boolean | null;
  /** 零就业家庭成员 · household without anyone in work */
  zero_employment?: boolean | null;
  /** 残疾 · disabled */
  disabled?: boolean | null;
  /** 失地 · land lost */
  landless?: boolean | null;
  /** 享受低保 · on the minimum living allowance */
  living_allowance?: boolean | null;
  /** 连续失业月数 · months unemployed (months) */
  months_unemployed?: number | null;
  /** 曾享受就业援助 · helped before */
  helped_before?: boolean | null;
}

export interface Hire {
  /** 序号 · number */
  number: string;
  /** 人员类别 · group */
  group?: EntitledGroup | null;
  /** 就业困难程度 · hardship */
  hardship?: Group | null;
  /** 新增岗位新招用 · new post */
  new_post?: boolean | null;
  /** 合同起始日 · contract from */
  hired_on?: Day | null;
  /** 劳动合同年限 · contract years (years) */
  contract_years?: number | null;
  /** 月工资 · monthly wage (yuan) */
  wage?: Yuan | null;
  /** 已补贴月数 · months used (months) */
  months_used?: number | null;
  /** 本合同已补贴月数 · months used in this contract (months) */
  months_in_contract?: number | null;
  /** 首月已缴费 · first month paid */
  paid_first?: boolean | null;
  /** 次月已缴费 · second month paid */
  paid_second?: boolean | null;
  /** 末月已缴费 · third month paid */
  paid_third?: boolean | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 经批准延长 · extension approved */
  extended?: boolean | null;
  /** 首次批准时距退休年数 · years to retirement at the first approval (years) */
  years_left_at_approval?: number | null;
  /** 首次批准日期 · first approved on */
  approved_on?: Day | null;
}

export interface HireStep {
  /** 再招用人数 · further hires (persons) */
  hires: number;
  /** 招用比例 · share of staff (share of 1) */
  share: Ratio;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
  /** 应纳税额 · tax payable (yuan) */
  payable: Yuan;
}

export interface HolderYear {
  /** 年度 · year (calendar year) */
  year: number;
  /** 安置人数 · workers (persons) */
  workers?: number | null;
  /** 应纳企业所得税 · income tax due (yuan) */
  tax_due?: Yuan | null;
}

/** 企业所得税 · enterprise income tax: facts */
export interface IncomeTaxFacts {
  /** 所得额 · income (yuan) */
  income?: Yuan | null;
  /** 以前年度亏损 · earlier losses (yuan) */
  losses?: Yuan | null;
}

export interface Indicator {
  /** 总数 · total (what the target counts) */
  total?: number | null;
  /** 分解因素 · factors */
  factors?: Array<Factor> | null;
  /** 取整单位 · lot (what the target counts) */
  lot?: number;
  /** 下限 · floors */
  floors?: Record<string, number>;
  /** 上限 · caps */
  caps?: Record<string, number>;
  /** 固定数 · fixed cells */
  fixed?: Record<string, number>;
  /** 上级单位 · units above */
  parents?: Record<string, string>;
  /** 指标 · indicator */
  name?: string;
  /** 所属指标 · part of */
  part_of?: string;
}

export interface Instalment {
  /** 期次 · number (number in order, from 1) */
  number: number;
  /** 还款日期 · due on */
  due_on: Day;
  /** 还款额 · payment (yuan) */
  payment: Yuan;
  /** 本金 · principal (yuan) */
  principal: Yuan;
  /** 利息 · interest (yuan) */
  interest: Yuan;
  /** 提前还本 · prepaid (yuan) */
  prepaid: Yuan;
  /** 贷款余额 · balance (yuan) */
  balance: Yuan;
}

export interface InstalmentSchedule {
  /** 每期还款额 · instalment (yuan) */
  instalment: Yuan;
  /** 还款计划 · instalments */
  rows: Array<Instalment>;
  /** 本金合计 · principal in all (yuan) */
  principal_sum: Yuan;
  /** 利息合计 · interest in all (yuan) */
  interest_sum: Yuan;
}

/** 分期还款 · Instalments: facts */
export interface InstalmentsFacts {
  /** 贷款金额 · principal (yuan) */
  principal?: Yuan | null;
  /** 年利率 · rate a year (share of 1 a year) */
  annual_rate?: Ratio | null;
  /** 放款日期 · day of drawing */
  drawn_on?: Day | null;
  /** 贷款期限（月） · term in months (months) */
  months?: number | null;
  /** 还款方式 · method */
  method?: Method | null;
  /** 提前还款 · prepayments */
  prepayments?: Array<Prepayment>;
  /** 提前还款后的调整方式 · what a prepayment changes */
  prepaying?: Prepaying;
}

export interface Instrument {
  /** symbol · symbol */
  symbol: string;
  /** title · title */
  title: string;
  /** issuers · issuers */
  issuers: Array<string>;
  /** issued · issued */
  issued?: Day | null;
  /** effective · effective */
  effective?: Day | null;
  /** en · en */
  en?: string;
  /** replaced_by · replaced by */
  replaced_by?: Array<string>;
  /** standing · standing */
  standing?: Standing;
  /** note · note */
  note?: string;
  /** known_by · known by */
  known_by?: Day | null;
  /** place · place */
  place?: Array<string> | null;
  /** texts · texts */
  texts?: Array<TextRead>;
}

/** 社会保险补贴季度申请 · quarterly claim of the insurance subsidy: facts */
export interface InsuranceClaimFacts {
  /** 用人单位类别 · employer */
  employer?: Employer | null;
  /** 季度起始日 · first day of the quarter */
  first_day: Day;
  /** 申请日期 · claimed on */
  claimed_on: Day;
  /** 欠缴社会保险费 · in arrears */
  in_arrears?: boolean | null;
  /** 材料齐全 · papers complete */
  papers_complete?: boolean | null;
  /** 上年度年平均工资 · yearly average wage of the year before (yuan) */
  average_wage?: Yuan | null;
  /** 招用人员 · hires */
  hires: Array<Hire>;
  /** 推定符合 · presumed in order */
  presumed?: Array<"in_arrears" | "papers_complete">;
}

export interface InsuranceLine {
  /** 序号 · number */
  number: string;
  /** 月份 · month */
  month: Day;
  /** 社会保险补贴 · subsidy */
  subsidy: InsuranceSubsidy;
}

export interface InsuranceSubsidy {
  /** 月缴费基数 · monthly base (yuan) */
  base: Yuan;
  /** 养老保险补贴 · pension (yuan) */
  pension: Yuan;
  /** 医疗保险补贴 · medical (yuan) */
  medical: Yuan;
  /** 失业保险补贴 · unemployment (yuan) */
  unemployment: Yuan;
  /** 补贴合计 · total (yuan) */
  total: Yuan;
  /** 个人负担 · borne by the person (yuan) */
  own: Yuan;
  /** 补贴月数 · months granted (months) */
  months: number;
  /** 其中延长月数 · of them beyond the longest time (months) */
  extended_months: number;
}

/** 社会保险补贴 · social insurance subsidy: facts */
export interface InsuranceSubsidyFacts {
  /** 用人单位类别 · employer */
  employer?: Employer | null;
  /** 劳动合同年限 · contract years (years) */
  contract_years?: number | null;
  /** 本合同已补贴月数 · months used in this contract (months) */
  months_in_contract?: number | null;
  /** 人员类别 · group */
  group?: EntitledGroup | null;
  /** 就业困难程度 · hardship */
  hardship?: Group | null;
  /** 新增岗位新招用 · new post */
  new_post?: boolean | null;
  /** 月工资 · monthly wage (yuan) */
  wage?: Yuan | null;
  /** 上年度年平均工资 · yearly average wage of the year before (yuan) */
  average_wage?: Yuan | null;
  /** 申请月数 · months claimed (months) */
  months?: number | null;
  /** 已补贴月数 · months used (months) */
  months_used?: number | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 经批准延长 · extension approved */
  extended?: boolean | null;
  /** 首次批准时距退休年数 · years to retirement at the first approval (years) */
  years_left_at_approval?: number | null;
  /** 首次批准日期 · first approved on */
  approved_on?: Day | null;
  /** 本人月缴养老保险费 · pension paid a month (yuan) */
  paid_pension?: Yuan | null;
  /** 本人月缴医疗保险费 · medical paid a month (yuan) */
  paid_medical?: Yuan | null;
  /** 本人月缴失业保险费 · unemployment paid a month (yuan) */
  paid_unemployment?: Yuan | null;
}

/** 贴息申报 · Claim for interest subsidy: facts */
export interface InterestClaimFacts {
  /** 结息日 · settlement day */
  settled_on: Day;
  /** 贷款 · loans */
  loans?: Array<RegisterLoan>;
  /** 经办银行 · bank */
  bank?: string | null;
}

export interface InterestLine {
  /** 贷款 · loan */
  loan: RegisterLoan;
  /** 贴息 · subsidy */
  subsidy: InterestSubsidy;
  /** 不予贴息的理由 · reasons against */
  reasons: Array<string>;
  /** 申报差额 · claimed beyond it (yuan) */
  difference?: Yuan | null;
}

/** 分期计息 · Interest by period: facts */
export interface InterestPeriodsFacts {
  /** 贷款金额 · principal (yuan) */
  principal?: Yuan | null;
  /** 年利率 · rate a year (share of 1 a year) */
  annual_rate?: Ratio | null;
  /** 放款日期 · day of drawing */
  drawn_on?: Day | null;
  /** 贷款期限（月） · term in months (months) */
  months?: number | null;
  /** 结息方式 · settlement */
  settlement?: Settlement;
  /** 计息方式 · counting */
  counting?: Counting;
  /** 利率调整方式 · fixing of the rate */
  refixing?: Refixing;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number;
  /** 提前还本 · repayments of principal */
  repayments?: Array<Repayment>;
  /** 还清日期 · day the rest is repaid */
  repaid_on?: Day | null;
  /** 按期付息 · interest paid when charged */
  interest_paid?: boolean | null;
  /** 挪用日期 · first day of diversion */
  diverted_on?: Day | null;
  /** 逾期罚息倍数 · overdue multiple (times the rate) */
  overdue_multiple?: Ratio | null;
  /** 挪用罚息倍数 · diverted multiple (times the rate) */
  diverted_multiple?: Ratio | null;
  /** 约定逾期日利率 · agreed overdue rate a day (share of 1 a day) */
  overdue_daily?: Ratio | null;
  /** 逾期计息基数 · charged overdue */
  overdue_base?: OverdueBase;
}

export interface InterestSchedule {
  /** 结息期 · periods */
  periods: Array<Period>;
  /** 利息合计 · interest in all (yuan) */
  total: Yuan;
}

export interface InterestSubsidy {
  /** 贴息天数 · subsidised days (days) */
  days: number;
  /** 利息 · interest (yuan) */
  interest: Yuan;
  /** 贴息金额 · subsidy (yuan) */
  subsidy: Yuan;
  /** 中央财政贴息 · paid by central finance (yuan) */
  central: Yuan;
  /** 地方财政贴息 · paid by local finance (yuan) */
  local: Yuan;
}

/** 小额担保贷款贴息 · Interest subsidy: facts */
export interface InterestSubsidyFacts {
  /** 贷款余额 · balance of the loan (yuan) */
  principal?: Yuan | null;
  /** 放款日期 · day of drawing */
  drawn_on?: Day | null;
  /** 到期日期 · first due on, before any extension */
  due_on?: Day | null;
  /** 贷款期限（月） · term in months (months) */
  months?: number | null;
  /** 借款人类别 · class of borrower */
  borrower?: Borrower | null;
  /** 微利项目 · micro-profit project */
  micro_profit?: boolean | null;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number | null;
  /** 已还清 · repaid */
  repaid?: boolean | null;
  /** 还清日期 · repaid on */
  repaid_on?: Day | null;
  /** 计息起日 · first day of the period */
  since?: Day | null;
  /** 结息日 · settlement day */
  until?: Day | null;
}

/** 优惠证发放率 · certificate issue rate: facts */
export interface IssueRateFacts {
  /** 已发证人数 · certificates issued (certificates) */
  issued?: number | null;
  /** 符合条件人数 · entitled persons (persons) */
  entitled?: number | null;
}

export interface Item {
  /** zh · zh */
  zh: string;
  /** en · en */
  en: string;
  /** points · points (points) */
  points?: number | null;
}

export interface LabourServiceRelief {
  /** 安置比例 · share placed (share of 1) */
  ratio: Ratio;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
  /** 应纳税额 · tax payable (yuan) */
  payable: Yuan;
  /** 减免期限（年） · term in years (years) */
  years: number;
}

/** 劳服企业所得税减免 · older relief of labour-service enterprises: facts */
export interface LabourServiceReliefFacts {
  /** 免税期已满 · exemption expired */
  exempted_before?: boolean | null;
  /** 原从业人员 · original staff (persons) */
  original_staff?: number | null;
  /** 安置待业人员 · persons placed (persons) */
  placed?: number | null;
  /** 应纳企业所得税 · income tax due (yuan) */
  income_tax?: Yuan | null;
}

/** “4050”人员建账率 · “4050” ledger rate: facts */
export interface LedgerRateFacts {
  /** 已建台账人数 · persons with a ledger (persons) */
  recorded?: number | null;
  /** “4050”人员数 · “4050” persons (persons) */
  older?: number | null;
}

export type Lending =
  /** 继续发放 · goes on */
  | "goes_on"
  /** 停止发放 · stops */
  | "stops"
  /** 继续停止发放 · stays stopped */
  | "stays_stopped"
  /** 恢复发放 · resumes */
  | "resumes";

export type Line =
  /** 国有企业下岗职工基本生活保障 · basic living allowance of laid-off workers */
  | "basic"
  /** 失业保险 · unemployment insurance */
  | "insurance"
  /** 城市居民最低生活保障 · minimum living allowance */
  | "allowance"
  /** 无 · none */
  | "none";

/** 小额担保贷款展期 · Extension of a small guaranteed loan: facts */
export interface LoanExtensionFacts {
  /** 放款日期 · day of drawing */
  drawn_on?: Day | null;
  /** 贷款期限（月） · term in months (months) */
  months?: number | null;
  /** 到期日期 · due on */
  due_on?: Day | null;
  /** 申请展期（月） · months of extension asked for (months) */
  extension?: number | null;
  /** 曾经展期 · extended before */
  extended_before?: boolean | null;
  /** 担保人同意 · guarantor agrees */
  guarantor_agrees?: boolean | null;
  /** 借款人申请 · asked for by the borrower */
  asked?: boolean | null;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"guarantor_agrees" | "asked">;
}

export interface LoanTerms {
  /** 贷款金额 · principal (yuan) */
  principal: Yuan;
  /** 贷款期限（月） · term in months (months) */
  months: number;
  /** 基准年利率 · benchmark rate a year (share of 1 a year) */
  base_rate: Ratio;
  /** 年利率 · rate a year (share of 1 a year) */
  annual_rate: Ratio;
  /** 贴息比例 · share of the interest subsidised (share of 1) */
  interest_share: Ratio;
}

/** 小额担保贷款 · Small guaranteed loan: facts */
export interface LoanTermsFacts {
  /** 出生日期 · date of birth */
  born_on?: Day | null;
  /** 持有再就业优惠证 · holds the certificate */
  certified?: boolean | null;
  /** 借款人类别 · class of borrower */
  borrower?: Borrower | null;
  /** 借款人数 · number of borrowers (persons) */
  partners?: number | null;
  /** 申请金额 · amount asked for (yuan) */
  requested?: Yuan | null;
  /** 申请期限（月） · term asked for, in months (months) */
  months?: number | null;
  /** 微利项目 · micro-profit project */
  micro_profit?: boolean | null;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number | null;
  /** 自筹资金不足 · own funds fall short */
  own_funds_short?: boolean | null;
  /** 贷款用途 · use of the loan */
  purpose?: Purpose | null;
  /** 身体健康 · healthy */
  healthy?: boolean | null;
  /** 诚实信用 · creditworthy */
  creditworthy?: boolean | null;
  /** 有一定劳动技能 · with some labour skill */
  skilled?: boolean | null;
  /** 社区已推荐 · recommended by the community */
  recommended?: boolean | null;
  /** 劳动保障部门已审查 · examined */
  examined?: boolean | null;
  /** 担保机构已承诺担保 · guarantee promised */
  guaranteed?: boolean | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"own_funds_short" | "healthy" | "creditworthy" | "skilled" | "recommended" | "examined" | "guaranteed">;
}

export interface LossShares {
  /** 银行承担 · bank (yuan) */
  bank: Yuan;
  /** 担保基金承担 · fund (yuan) */
  fund: Yuan;
  /** 上级基金承担 · upper fund (yuan) */
  upper_fund: Yuan;
  /** 中央财政承担 · central finance (yuan) */
  central: Yuan;
  /** 地方财政承担 · local finance (yuan) */
  local: Yuan;
}

/** 损失分担 · Shares of a loss: facts */
export interface LossSharesFacts {
  /** 损失金额 · loss (yuan) */
  loss?: Yuan | null;
  /** 有担保机构 · with a guarantee agency */
  agency?: boolean | null;
  /** 小企业贷款 · loans to small enterprises */
  enterprise?: boolean | null;
  /** 市级担保基金 · fund of a prefecture */
  prefecture_fund?: boolean | null;
}

export type Mark =
  /** 超前 · ahead */
  | "ahead"
  /** 同步 · on time */
  | "on_time"
  /** 滞后 · behind */
  | "behind";

export type Method =
  /** 等额本息 · level instalments */
  | "level"
  /** 等额本金 · equal parts of the principal */
  | "equal_principal";

export type MicroProfit =
  /** 家庭手工业 · home handicraft */
  | "handicraft"
  /** 修理修配 · repair and fitting */
  | "repair"
  /** 图书借阅 · book lending */
  | "book_lending"
  /** 旅店服务 · lodging */
  | "lodging"
  /** 餐饮服务 · catering */
  | "catering"
  /** 洗染缝补 · laundry, dyeing, mending */
  | "laundry"
  /** 复印打字 · copying and typing */
  | "copying"
  /** 理发 · hairdressing */
  | "hairdressing"
  /** 小饭桌 · small meal tables */
  | "small_tables"
  /** 小卖部 · small shop */
  | "small_shop"
  /** 搬家 · removals */
  | "removals"
  /** 钟点服务 · hourly help */
  | "hourly_help"
  /** 家庭清洁卫生服务 · home cleaning */
  | "home_cleaning"
  /** 初级卫生保健服务 · primary health care */
  | "health_care"
  /** 婴幼儿看护和教育服务 · infant care and teaching */
  | "infant_care"
  /** 残疾儿童教育训练和寄托服务 · training and care of disabled children */
  | "disabled_children"
  /** 养老服务 · care of the old */
  | "care_of_old"
  /** 病人看护 · care of the sick */
  | "care_of_sick"
  /** 幼儿和学生接送服务 · taking children and pupils to and from school */
  | "school_run"
  /** 零售批发 · retail and wholesale */
  | "retail"
  /** 家庭装修 · home decoration */
  | "decoration"
  /** 农牧业科技研究开发 · agricultural research and development */
  | "agricultural_research"
  /** 种植养殖 · planting and breeding */
  | "planting"
  /** 农副产品加工 · processing of farm products */
  | "processing"
  /** 家禽牲畜饲养 · poultry and livestock */
  | "livestock"
  /** 其他项目 · another business */
  | "other"
  /** 国家限制的行业 · a business that the state restricts */
  | "restricted";

/** 微利项目 · Micro-profit project: facts */
export interface MicroProfitFacts {
  /** 经营项目 · business */
  item?: MicroProfit | null;
  /** 在社区、街道、工矿区 · in a community or mining area */
  in_community?: boolean | null;
}

export interface MonthUse {
  /** 月份 · month (month of the year) */
  month: number;
  /** 当月减免 · relief of the month (yuan) */
  relief: Yuan;
  /** 限额余额 · limit left (yuan) */
  left: Yuan;
}

export interface NeededHires {
  /** 尚需招用人数 · further hires needed (persons) */
  hires: number;
  /** 少缴税额 · tax saved (yuan) */
  worth: Yuan;
  /** 测算表 · table */
  steps: Array<HireStep>;
}

/** 招用人数测算 · hires to the next step: facts */
export interface NeededHiresFacts {
  /** 企业类型 · kind of enterprise */
  enterprise?: EnterpriseKind | null;
  /** 行业 · trade */
  trade?: Trade | null;
  /** 当年新招用下岗失业人员 · laid-off persons hired (persons) */
  hired?: number | null;
  /** 安置富余人员 · surplus staff placed (persons) */
  surplus_staff?: number | null;
  /** 职工总数 · total staff (persons) */
  staff?: number | null;
  /** 上年年底职工总数 · staff last year (persons) */
  staff_last_year?: number | null;
  /** 当年新招人员数 · all new hires (persons) */
  all_new_hires?: number | null;
  /** 雇工人数 · employees (persons) */
  employees?: number | null;
  /** 劳动合同年限 · contract in years (years) */
  contract_years?: number | null;
  /** 设立方式 · formation */
  formation?: Formation | null;
  /** 兼营除外行业 · also in an excluded trade */
  mixed?: boolean | null;
  /** 分别核算 · separate accounts */
  separate_accounts?: boolean | null;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
  /** 营业税 · business tax (yuan) */
  business_tax?: Yuan | null;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax?: Yuan | null;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge?: Yuan | null;
  /** 企业所得税 · enterprise income tax (yuan) */
  enterprise_income_tax?: Yuan | null;
  /** 个人所得税 · individual income tax (yuan) */
  individual_income_tax?: Yuan | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"formation" | "mixed" | "business_tax" | "construction_tax" | "education_surcharge" | "enterprise_income_tax" | "individual_income_tax">;
}

/** 净增就业 · net new jobs: facts */
export interface NetNewJobsFacts {
  /** 期初城镇从业人员 · urban employed at start (persons) */
  employed_start?: number | null;
  /** 期末城镇从业人员 · urban employed at end (persons) */
  employed_end?: number | null;
}

/** 新办企业认定 · whether an enterprise is new: facts */
export interface NewEnterpriseFacts {
  /** 设立日期 · date of formation */
  formed_on?: Day | null;
  /** 设立方式 · formation */
  formation?: Formation | null;
}

/** 新增就业 · new jobs: facts */
export interface NewJobsFacts {
  /** 累计新就业 · newly employed (persons) */
  newly_employed?: number | null;
  /** 自然减员 · natural loss (persons) */
  natural_loss?: number | null;
}

export interface Newness {
  /** 营业税上属于新办 · new for the business tax */
  for_business_tax: boolean;
  /** 属于新办 · new for the other taxes */
  in_general: boolean;
}

export interface NotGranted {
  /** 序号 · number */
  number: string;
  /** 月份 · month */
  month: Day;
  /** 不予补贴的理由 · reasons against */
  reasons: Array<Reason>;
  /** 缺少的事实 · missing facts */
  missing: Array<string>;
}

export interface Offer {
  /** 顺序 · place (place in order, from 1) */
  place: number;
  /** 台账编号 · number */
  number: string;
  /** 就业困难程度 · hardship */
  hardship: Group;
  /** 优先等次 · rank (place in order, from 1) */
  rank: number;
}

export interface OfficeOffset {
  /** 台账单位 · authority */
  authority: Authority;
  /** 基层单位 · office */
  office: string;
  /** 税费种类 · tax */
  tax: Tax;
  /** 年度 · year (calendar year) */
  year: number;
  /** 季度 · quarter (quarter of the year) */
  quarter: number;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
  /** 抵减结果 · offset */
  result?: CollectionOffset | null;
}

/** 抵减汇总表 · offsets by office, tax and quarter: facts */
export interface OfficeOffsetsFacts {
  /** 减免税台账 · relief ledger */
  entries?: Array<ReliefEntry>;
  /** 收入任务 · tasks */
  tasks?: Array<OfficeTask>;
  /** 按年度清算 · settled by year */
  yearly?: boolean;
}

export interface OfficeTask {
  /** 台账单位 · authority */
  authority: Authority;
  /** 基层单位 · office */
  office: string;
  /** 税费种类 · tax */
  tax: Tax;
  /** 年度 · year (calendar year) */
  year: number;
  /** 季度 · quarter (quarter of the year) */
  quarter: number;
  /** 收入任务 · collection task (yuan) */
  task?: Yuan | null;
  /** 已征收 · collected (yuan) */
  collected?: Yuan | null;
  /** 同意抵减 · offset granted */
  granted?: boolean | null;
}

export interface OffsetTable {
  /** 抵减表 · table of offsets */
  rows: Array<OfficeOffset>;
}

export interface OpenLoan {
  /** 贷款 · loan */
  loan: RegisterLoan;
  /** 待补事实 · missing facts */
  missing: Array<string>;
}

export interface OrderedRelief {
  /** 限额 · limit (yuan) */
  limit: Yuan;
  /** 减免税额 · relief */
  relief: ByTax_Yuan;
  /** 应纳税额 · tax payable */
  payable: ByTax_Yuan;
  /** 未用限额 · limit unused (yuan) */
  unused: Yuan;
}

/** 限额依次扣减 · relief in turn: facts */
export interface OrderedReliefFacts {
  /** 享受主体 · claimant */
  kind?: Claimant | null;
  /** 月数 · months (months) */
  months?: number | null;
  /** 行业 · trade */
  trade?: Trade | null;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
  /** 营业税 · business tax (yuan) */
  business_tax?: Yuan | null;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax?: Yuan | null;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge?: Yuan | null;
  /** 企业所得税 · enterprise income tax (yuan) */
  enterprise_income_tax?: Yuan | null;
  /** 个人所得税 · individual income tax (yuan) */
  individual_income_tax?: Yuan | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"business_tax" | "construction_tax" | "education_surcharge" | "enterprise_income_tax" | "individual_income_tax">;
}

/** 限额扣减年度清算 · settlement of the yearly limit: facts */
export interface OrderedYearFacts {
  /** 预计月数 · planned months of persons (months of persons) */
  planned?: number | null;
  /** 实际月数 · months of persons worked (months of persons) */
  worked?: number | null;
  /** 各月税额 · taxes by month */
  months?: Array<TaxMonth>;
  /** 企业所得税 · enterprise income tax (yuan) */
  enterprise_income_tax?: Yuan | null;
}

export type OverdueBase =
  /** 本金 · the principal */
  | "principal"
  /** 本金和未付利息 · the principal and the interest not paid */
  | "with_interest";

export interface Pace {
  /** 完成率 · share done (share of 1) */
  share: Ratio;
  /** 时序进度 · time elapsed (share of 1) */
  elapsed: Ratio;
  /** 全年预计 · forecast (what the target counts) */
  forecast: Ratio;
  /** 评价 · judgement */
  mark: Mark;
}

export type Paper =
  /** 居民身份证 · identity card */
  | "identity_card"
  /** 户口簿 · household book */
  | "household_book"
  /** 居民委员会证明 · proof of status from the residents' committee */
  | "committee_proof"
  /** 经审核的失业证 · checked unemployment certificate */
  | "unemployment_certificate"
  /** 社会保险手册 · insurance booklet */
  | "insurance_booklet"
  /** 一次性安置证明 · proof of the lump-sum settlement */
  | "settlement_proof"
  /** 享受低保证明 · proof of the minimum living allowance */
  | "allowance_proof";

export interface Period {
  /** 起 · from */
  since: Day;
  /** 止 · to */
  until: Day;
  /** 天数 · days (days) */
  days: number;
  /** 利息 · interest (yuan) */
  interest: Yuan;
  /** 罚息 · penalty interest (yuan) */
  penalty: Yuan;
  /** 复利 · compound interest (yuan) */
  compound: Yuan;
  /** 计息段 · stretches */
  stretches: Array<Stretch>;
}

export type Place =
  /** 市区 · city */
  | "city"
  /** 县城、镇 · county seat or town */
  | "town"
  /** 其他 · elsewhere */
  | "elsewhere";

/** 职业介绍补贴 · job-placement subsidy: facts */
export interface PlacementSubsidyFacts {
  /** 经资质认定 · recognised */
  qualified?: boolean | null;
  /** 已就业 · placed */
  placed?: boolean | null;
  /** 劳动合同年限 · contract years (years) */
  contract_years?: number | null;
  /** 已稳定就业月数 · months in the job (months) */
  months_kept?: number | null;
  /** 当年已享受 · placed at public cost this year */
  placed_this_year?: boolean | null;
}

export interface PostCap {
  /** 月补贴上限 · cap of a month (yuan) */
  cap: Yuan;
}

export interface PostSubsidy {
  /** 月补贴额 · amount of a month (yuan) */
  monthly: Yuan;
  /** 补贴合计 · total (yuan) */
  total: Yuan;
}

/** 岗位补贴上限 · cap of the post subsidy: facts */
export interface PostSubsidyCapFacts {
  /** 上年度年平均工资 · yearly average wage of the year before (yuan) */
  average_wage?: Yuan | null;
}

/** 岗位补贴 · post subsidy: facts */
export interface PostSubsidyFacts {
  /** 就业困难程度 · hardship */
  hardship?: Group | null;
  /** 已退休 · retired */
  retired?: boolean | null;
  /** 劳动合同年限 · contract years (years) */
  contract_years?: number | null;
  /** 申请月数 · months claimed (months) */
  months?: number | null;
  /** 已补贴月数 · months used (months) */
  months_used?: number | null;
  /** 月最低工资标准 · monthly minimum wage (yuan) */
  minimum_wage?: Yuan | null;
  /** 上年度年平均工资 · yearly average wage of the year before (yuan) */
  average_wage?: Yuan | null;
}

export type Prepaying =
  /** 减少每期还款额 · smaller instalments */
  | "smaller"
  /** 缩短还款期限 · fewer instalments */
  | "shorter";

export interface Prepayment {
  /** 期次 · number of the instalment (number in order, from 1) */
  number: number;
  /** 提前还本金额 · principal repaid (yuan) */
  amount: Yuan;
}

/** 目标完成进度 · progress towards a target: facts */
export interface ProgressFacts {
  /** 全年目标 · target of the year (what the target counts) */
  target?: number | null;
  /** 累计完成 · done since January (what the target counts) */
  done?: number | null;
  /** 已过月（天）数 · months or days passed (months or days) */
  passed?: number | null;
  /** 全年月（天）数 · months or days of the year (months or days) */
  parts?: number | null;
  /** 容许差距（百分点） · tolerance (points) (percentage points) */
  tolerance?: number | null;
}

export interface Proof {
  /** zh · zh */
  zh: string;
  /** en · en */
  en: string;
  /** department · department */
  department: Department;
  /** conditions · conditions */
  conditions: Array<Condition>;
  /** cite · cite */
  cite: Citation;
  /** central_only · central only */
  central_only?: boolean;
}

export type Purpose =
  /** 开办经费 · start-up costs */
  | "starting"
  /** 流动资金 · working capital */
  | "working_capital"
  /** 其他用途 · another use */
  | "other";

export interface Ranking {
  /** 得分 · points */
  totals: Record<string, Ratio>;
  /** 排名 · ranks */
  ranks: Record<string, number>;
  /** 等次 · bands */
  bands: Record<string, Band>;
}

export type RateBase =
  /** 年初加当年新增 · laid off at the start and in the year */
  | "flow"
  /** 当年存量 · existing stock */
  | "stock";

export interface RateCeiling {
  /** 指标 · indicator */
  name?: string;
  /** 比率 · rate (share of 1) */
  rate?: Ratio | null;
  /** 单独下达的比率 · own rates */
  own?: Record<string, Ratio>;
}

export interface Reason {
  /** code · code */
  code: string;
  /** text · text */
  text: string;
}

/** 再就业率 · re-employment rate: facts */
export interface ReemploymentRateFacts {
  /** 再就业率口径 · base of the rate */
  base?: RateBase | null;
  /** 再就业人数 · re-employed (persons) */
  reemployed?: number | null;
  /** 年初下岗失业人员 · laid off at the start (persons) */
  stock?: number | null;
  /** 当年新增下岗失业人员 · newly laid off (persons) */
  newly_laid_off?: number | null;
}

export type Refixing =
  /** 按月调整 · monthly */
  | "monthly"
  /** 按季调整 · quarterly */
  | "quarterly"
  /** 一年一定 · once a year */
  | "yearly"
  /** 固定利率 · fixed for the whole term */
  | "fixed";

export interface RegisterLoan {
  /** 贷款余额 · balance of the loan (yuan) */
  principal?: Yuan | null;
  /** 放款日期 · day of drawing */
  drawn_on?: Day | null;
  /** 到期日期 · first due on, before any extension */
  due_on?: Day | null;
  /** 贷款期限（月） · term in months (months) */
  months?: number | null;
  /** 借款人类别 · class of borrower */
  borrower?: Borrower | null;
  /** 微利项目 · micro-profit project */
  micro_profit?: boolean | null;
  /** 利率上浮（基点） · basis points added (basis points) */
  uplift?: number | null;
  /** 已还清 · repaid */
  repaid?: boolean | null;
  /** 还清日期 · repaid on */
  repaid_on?: Day | null;
  /** 贷款编号 · number of the loan */
  number?: string | null;
  /** 项目名称 · project */
  project?: string | null;
  /** 户籍所在地 · place of registration */
  place?: string | null;
  /** 结息方式 · settlement */
  settlement?: Settlement;
  /** 申报金额 · amount claimed (yuan) */
  claimed?: Yuan | null;
}

export interface ReliefEntry {
  /** 纳税人 · taxpayer */
  taxpayer: string;
  /** 台账单位 · authority */
  authority: Authority;
  /** 基层单位 · office */
  office: string;
  /** 税费种类 · tax */
  tax: Tax;
  /** 年度 · year (calendar year) */
  year: number;
  /** 季度 · quarter (quarter of the year) */
  quarter: number;
  /** 已批准 · approved */
  approved: boolean;
  /** 减免税额 · relief (yuan) */
  amount: Yuan;
}

export interface ReliefOffer {
  /** 政策 · scheme */
  scheme: string;
  /** 减免税额 · relief (yuan) */
  relief?: Yuan | null;
}

export interface Repayment {
  /** 还款日期 · day of the repayment */
  paid_on: Day;
  /** 还本金额 · principal repaid (yuan) */
  amount: Yuan;
}

export type Rhythm =
  /** 一次 · once */
  | "once"
  /** 按月 · monthly */
  | "monthly"
  /** 按季 · quarterly */
  | "quarterly"
  /** 持续 · continuous */
  | "continuous";

export type Scheme =
  /** 零售兼营批发的商贸企业 · retail enterprise that also does wholesale */
  | "retail_wholesale"
  /** 加工型企业 · processing enterprise or street entity */
  | "processing";

/** 三条保障线标准 · levels of the three lines: facts */
export interface SecurityLevelsFacts {
  /** 月最低工资标准 · minimum wage (yuan) */
  minimum_wage?: Yuan | null;
  /** 失业保险金标准 · unemployment benefit (yuan) */
  benefit?: Yuan | null;
  /** 最低生活保障标准 · living allowance (yuan) */
  allowance?: Yuan | null;
}

export interface SecurityLine {
  /** 保障线 · line */
  line: Line;
  /** 截止日期 · last day */
  ends_on?: Day | null;
  /** 此后 · then */
  follows: Line;
  /** 低保补差 · topped up by the living allowance */
  topped_up: boolean;
  /** 义务 · duty */
  duty: Duty;
}

/** 三条保障线 · the three security lines: facts */
export interface SecurityLineFacts {
  /** 进入再就业服务中心 · in a re-employment centre */
  in_centre?: boolean | null;
  /** 协议期满日 · agreement ends on */
  agreement_ends?: Day | null;
  /** 已解除劳动关系 · labour relation ended */
  labour_relation_ended?: boolean | null;
  /** 失业保险缴费年限 · years paid (years) */
  years_paid?: number | null;
  /** 失业保险金起领日 · benefit from */
  benefit_from?: Day | null;
  /** 符合低保条件 · qualifies for the living allowance */
  qualifies?: boolean | null;
  /** 有劳动能力 · able to work */
  able?: boolean | null;
  /** 有就业愿望 · willing to work */
  willing?: boolean | null;
  /** 在业 · in work */
  employed?: boolean | null;
}

export interface SettledRelief {
  /** 各月平均比例 · average share of staff (share of 1) */
  average: Ratio;
  /** 减免比例 · share relieved (share of 1) */
  share: Ratio;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
  /** 应纳税额 · tax payable (yuan) */
  payable: Yuan;
}

/** 企业所得税减免汇算清缴 · income tax relief at settlement: facts */
export interface SettledReliefFacts {
  /** 企业 · enterprise */
  firm: Enterprise;
  /** 各月人数 · staff by month */
  months: Array<StaffMonth>;
}

export interface SettledYear {
  /** 预计限额 · planned limit (yuan) */
  planned_limit: Yuan;
  /** 实际限额 · limit (yuan) */
  limit: Yuan;
  /** 各月减免 · relief by month */
  months: Array<MonthUse>;
  /** 当年已减免 · used in the year (yuan) */
  used: Yuan;
  /** 企业所得税减免 · income tax relief (yuan) */
  income_tax_relief: Yuan;
  /** 应纳企业所得税 · income tax payable (yuan) */
  income_tax_payable: Yuan;
  /** 应补缴 · repaid (yuan) */
  repaid: Yuan;
  /** 未用限额 · limit unused (yuan) */
  unused: Yuan;
}

export type Settlement =
  /** 按月结息（每月20日） · monthly on the 20th */
  | "monthly"
  /** 按季结息（季末月20日） · quarterly on the 20th of the last month */
  | "quarterly"
  /** 利随本清 · together with the principal */
  | "at_end";

export type Sex =
  /** 女 · female */
  | "female"
  /** 男 · male */
  | "male";

/** 城镇登记失业率（简式） · registered unemployment rate, short form: facts */
export interface ShortUnemploymentRateFacts {
  /** 登记失业人员 · registered unemployed (persons) */
  registered?: number | null;
  /** 单位从业人员 · employed in units (persons) */
  unit_employed?: number | null;
  /** 私营和个体从业人员 · private and self-employed (persons) */
  private_employed?: number | null;
}

export type Size =
  /** 大型 · large */
  | "large"
  /** 中型 · medium */
  | "medium"
  /** 小型 · small */
  | "small";

export interface SpinoffRelief {
  /** 安置比例 · share of surplus staff (share of 1) */
  ratio: Ratio;
  /** 减免税额 · relief (yuan) */
  relief: Yuan;
  /** 应纳税额 · tax payable (yuan) */
  payable: Yuan;
  /** 减免期限（年） · term in years (years) */
  years: number;
  /** 减免起始日 · first day */
  first_day: Day;
  /** 减免届满日 · last day */
  last_day: Day;
  /** 证明 · proofs */
  proofs: Array<Proof>;
}

/** 主辅分离所得税减免 · income tax relief of spun-off entities: facts */
export interface SpinoffReliefFacts {
  /** 主体企业国有股比例 · state share (share of 1) */
  parent_state_share?: Ratio | null;
  /** 主体企业规模 · size of the parent */
  parent_size?: Size | null;
  /** 资产类别 · kind of assets */
  assets?: Assets | null;
  /** 独立核算 · independent accounts */
  independent_accounts?: boolean | null;
  /** 产权清晰 · clear property rights */
  clear_property_rights?: boolean | null;
  /** 产权主体多元化 · several owners */
  several_owners?: boolean | null;
  /** 国有法人股比例 · state legal share (share of 1) */
  state_legal_share?: Ratio | null;
  /** 经批准的例外 · exception granted */
  exception?: boolean | null;
  /** 安置富余人员 · surplus staff (persons) */
  surplus_staff?: number | null;
  /** 职工总数 · total staff (persons) */
  staff?: number | null;
  /** 劳动合同年限 · contract in years (years) */
  contract_years?: number | null;
  /** 行业 · trade */
  trade?: Trade | null;
  /** 中央企业 · central enterprise */
  central?: boolean | null;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
  /** 应纳企业所得税 · income tax due (yuan) */
  income_tax?: Yuan | null;
}

export interface StaffMonth {
  /** 月份 · month (month of the year) */
  month: number;
  /** 当年新招用下岗失业人员 · laid-off persons hired (persons) */
  hired: number;
  /** 职工总数 · total staff (persons) */
  staff: number;
}

export type Standing =
  /** 原文 · read */
  | "read"
  /** 转引 · reported */
  | "reported"
  /** 推定 · assumed */
  | "assumed"
  /** 约定 · convention */
  | "convention"
  /** 假设 · hypothetical */
  | "hypothetical";

export interface Stretch {
  /** 起 · from */
  since: Day;
  /** 止 · to */
  until: Day;
  /** 天数 · days (days) */
  days: number;
  /** 计息本金 · balance (yuan) */
  balance: Yuan;
  /** 年利率 · rate a year (share of 1 a year) */
  rate: Ratio;
  /** 罚息 · at the penalty rate */
  penal: boolean;
}

export interface SubsidyClaim {
  /** 期初余额 · owed at the beginning (yuan) */
  opening: Yuan;
  /** 本期发放 · lent in the quarter (yuan) */
  lent: Yuan;
  /** 本期收回 · repaid in the quarter (yuan) */
  repaid: Yuan;
  /** 期末余额 · owed at the end (yuan) */
  closing: Yuan;
  /** 贴息笔数 · subsidised loans (loans) */
  number: number;
  /** 贴息金额 · subsidy (yuan) */
  amount: Yuan;
  /** 中央财政贴息 · paid by central finance (yuan) */
  central: Yuan;
  /** 地方财政贴息 · paid by local finance (yuan) */
  local: Yuan;
  /** 明细 · loans */
  lines: Array<InterestLine>;
  /** 待定贷款 · loans that are open */
  open: Array<OpenLoan>;
}

export interface TargetTable {
  /** 分解 · cells */
  cells: Record<string, Record<string, number>>;
  /** 合计 · totals */
  totals: Record<string, number>;
  /** 比率 · rates */
  rates: Record<string, Record<string, Ratio>>;
}

/** 目标任务表 · target table: facts */
export interface TargetTableFacts {
  /** 分解指标 · indicators */
  indicators?: Array<Indicator> | null;
  /** 控制指标 · ceilings */
  ceilings?: Array<RateCeiling>;
}

export interface Task {
  /** id · id */
  id: string;
  /** article · article */
  article?: string;
  /** zh · zh */
  zh: string;
  /** en · en */
  en: string;
  /** levels · levels */
  levels?: Array<TaskLevel>;
  /** lead · lead */
  lead?: Array<string>;
  /** cooperating · cooperating */
  cooperating?: Array<string>;
  /** deadline · deadline */
  deadline?: Day | null;
  /** rhythms · rhythms */
  rhythms?: Array<Rhythm>;
  /** urgency · urgency */
  urgency?: Array<Urgency>;
  /** kinds · kinds */
  kinds?: Array<TaskKind>;
  /** indicator · indicator */
  indicator?: string;
  /** inferred · inferred */
  inferred?: Array<string>;
  /** since · since */
  since?: Day;
  /** report_days · report days (days) */
  report_days?: number | null;
}

export type TaskKind =
  /** 目标 · target */
  | "target"
  /** 制定办法 · rule to issue */
  | "rule"
  /** 机构制度 · body or system to build */
  | "institution"
  /** 政策落实 · policy */
  | "policy"
  /** 资金 · fund */
  | "fund"
  /** 数据 · data */
  | "data"
  /** 服务 · service */
  | "service"
  /** 报告 · report */
  | "report"
  /** 会议 · meeting */
  | "meeting"
  /** 检查 · inspection */
  | "inspection"
  /** 宣传 · publicity */
  | "publicity";

export type TaskLevel =
  /** 省级 · province */
  | "province"
  /** 市州 · prefecture */
  | "prefecture"
  /** 县区 · county */
  | "county"
  /** 街道社区 · street and community */
  | "street"
  /** 企业 · enterprise */
  | "enterprise"
  /** 各级 · every level */
  | "all";

export type Tax =
  /** 营业税 · business tax */
  | "business_tax"
  /** 城市维护建设税 · urban maintenance and construction tax */
  | "construction_tax"
  /** 教育费附加 · education surcharge */
  | "education_surcharge"
  /** 企业所得税 · enterprise income tax */
  | "enterprise_income_tax"
  /** 个人所得税 · individual income tax */
  | "individual_income_tax"
  /** 行政事业性收费 · administrative fees */
  | "fees";

export type TaxItem =
  /** 服务业 · service */
  | "service"
  /** 建筑业 · construction */
  | "construction"
  /** 交通运输业 · transport */
  | "transport"
  /** 邮电通信业 · post and telecommunications */
  | "post"
  /** 文化体育业 · culture and sport */
  | "culture"
  /** 转让无形资产 · transfer of intangibles */
  | "intangibles"
  /** 销售不动产 · sale of real property */
  | "property_sale"
  /** 金融保险业 · finance and insurance */
  | "finance"
  /** 娱乐业 · entertainment */
  | "entertainment"
  /** 不征营业税 · not subject to business tax */
  | "none";

export interface TaxMonth {
  /** 月份 · month (month of the year) */
  month: number;
  /** 营业税 · business tax (yuan) */
  business_tax?: Yuan | null;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax?: Yuan | null;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge?: Yuan | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"business_tax" | "construction_tax" | "education_surcharge">;
}

export interface TaxRelief {
  /** 招用比例 · share of staff (share of 1) */
  staff_share: Ratio;
  /** 减免比例 · share relieved */
  share: ByTax_Fraction;
  /** 减免税额 · relief */
  relief: ByTax_Yuan;
  /** 应纳税额 · tax payable */
  payable: ByTax_Yuan;
  /** 减免期限（年） · term in years (years) */
  years: number;
  /** 减免起始日 · first day */
  first_day: Day;
  /** 减免届满日 · last day */
  last_day: Day;
  /** 下一档比例 · next threshold (share of 1) */
  next_threshold?: Ratio | null;
}

/** 税收减免 · tax relief: facts */
export interface TaxReliefFacts {
  /** 企业类型 · kind of enterprise */
  enterprise?: EnterpriseKind | null;
  /** 行业 · trade */
  trade?: Trade | null;
  /** 当年新招用下岗失业人员 · laid-off persons hired (persons) */
  hired?: number | null;
  /** 安置富余人员 · surplus staff placed (persons) */
  surplus_staff?: number | null;
  /** 职工总数 · total staff (persons) */
  staff?: number | null;
  /** 上年年底职工总数 · staff last year (persons) */
  staff_last_year?: number | null;
  /** 当年新招人员数 · all new hires (persons) */
  all_new_hires?: number | null;
  /** 雇工人数 · employees (persons) */
  employees?: number | null;
  /** 劳动合同年限 · contract in years (years) */
  contract_years?: number | null;
  /** 设立方式 · formation */
  formation?: Formation | null;
  /** 兼营除外行业 · also in an excluded trade */
  mixed?: boolean | null;
  /** 分别核算 · separate accounts */
  separate_accounts?: boolean | null;
  /** 审核批准之日 · day of approval */
  approved_on?: Day | null;
  /** 营业税 · business tax (yuan) */
  business_tax?: Yuan | null;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax?: Yuan | null;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge?: Yuan | null;
  /** 企业所得税 · enterprise income tax (yuan) */
  enterprise_income_tax?: Yuan | null;
  /** 个人所得税 · individual income tax (yuan) */
  individual_income_tax?: Yuan | null;
  /** 推定符合 · presumed in order */
  presumed?: Array<"formation" | "mixed" | "business_tax" | "construction_tax" | "education_surcharge" | "enterprise_income_tax" | "individual_income_tax">;
}

export interface TextRead {
  /** address · address */
  address: string;
  /** read_on · read on */
  read_on: Day;
  /** grade · grade */
  grade: Grade;
  /** article · article */
  article?: string;
  /** extent · extent */
  extent?: Extent;
  /** instrument · instrument */
  instrument?: string;
  /** supports · supports */
  supports?: Array<string>;
  /** restates · restates */
  restates?: string;
}

export type Trade =
  /** 饮食业 · catering */
  | "catering"
  /** 商业零售 · retail */
  | "retail"
  /** 加工业 · processing */
  | "processing"
  /** 其他行业 · other trade */
  | "other"
  /** 广告业 · advertising */
  | "advertising"
  /** 桑拿 · sauna */
  | "sauna"
  /** 按摩 · massage */
  | "massage"
  /** 网吧 · internet cafe */
  | "internet_cafe"
  /** 氧吧 · oxygen bar */
  | "oxygen_bar"
  /** 房屋中介 · housing agency */
  | "housing_agency"
  /** 典当 · pawnbroking */
  | "pawnbroking"
  /** 批发 · wholesale */
  | "wholesale"
  /** 批零兼营 · mixed wholesale and retail */
  | "mixed_commerce"
  /** 其他非零售商贸 · other commerce that is not retail */
  | "other_commerce"
  /** 金融保险业 · finance and insurance */
  | "finance"
  /** 邮电通讯业 · post and telecommunications */
  | "post"
  /** 建筑业 · construction */
  | "construction"
  /** 建筑工程总承包 · general contracting of construction works */
  | "general_contracting"
  /** 娱乐业 · entertainment */
  | "entertainment"
  /** 销售不动产 · sale of real property */
  | "property_sale"
  /** 转让土地使用权 · transfer of land-use rights */
  | "land_use_rights";

/** 个体工商户个人所得税 · individual income tax of sole traders: facts */
export interface TraderIncomeTaxFacts {
  /** 所得额 · income (yuan) */
  income?: Yuan | null;
  /** 以前年度亏损 · earlier losses (yuan) */
  losses?: Yuan | null;
}

export interface TrainingSubsidy {
  /** 补贴标准 · standard (yuan) */
  standard: Yuan;
  /** 已就业人员补贴 · for those placed (yuan) */
  placed: Yuan;
  /** 未就业人员补贴 · for those not placed (yuan) */
  unplaced: Yuan;
  /** 补贴合计 · total (yuan) */
  total: Yuan;
}

/** 再就业培训补贴 · training subsidy: facts */
export interface TrainingSubsidyFacts {
  /** 培训类别 · course */
  course?: Course | null;
  /** 经资质认定 · recognised */
  qualified?: boolean | null;
  /** 培训人数 · enrolled (persons) */
  enrolled?: number | null;
  /** 合格人数 · passed (persons) */
  passed?: number | null;
  /** 就业人数 · placed (persons) */
  placed?: number | null;
}

export interface TurnoverTaxes {
  /** 营业税 · business tax (yuan) */
  business_tax: Yuan;
  /** 城市维护建设税 · construction tax (yuan) */
  construction_tax: Yuan;
  /** 教育费附加 · education surcharge (yuan) */
  education_surcharge: Yuan;
}

/** 营业税及附加 · taxes on turnover: facts */
export interface TurnoverTaxesFacts {
  /** 营业税税目 · item of business tax */
  item?: TaxItem | null;
  /** 营业额 · turnover (yuan) */
  turnover?: Yuan | null;
  /** 纳税人所在地 · place of the taxpayer */
  place?: Place | null;
  /** 增值税和消费税 · value-added and consumption tax (yuan) */
  other_taxes?: Yuan | null;
}

/** 城镇登记失业率 · registered unemployment rate: facts */
export interface UnemploymentRateFacts {
  /** 登记失业人员 · registered unemployed (persons) */
  registered?: number | null;
  /** 单位从业人员 · employed in units (persons) */
  unit_employed?: number | null;
  /** 不在岗职工 · off-post staff (persons) */
  off_post?: number | null;
  /** 私营业主 · private owners (persons) */
  private_owners?: number | null;
  /** 个体户主 · self-employed owners (persons) */
  sole_traders?: number | null;
  /** 私营个体从业人员 · privately employed (persons) */
  private_employed?: number | null;
}

export type Urgency =
  /** 尽快 · as soon as possible */
  | "soon"
  /** 抓紧 · without delay */
  | "without_delay"
  /** 加快 · speed up */
  | "faster"
  /** 按时 · on time */
  | "on_time"
  /** 及时 · in time */
  | "in_time"
  /** 定期 · at regular intervals */
  | "regularly"
  /** 适时 · when suitable */
  | "when_suitable"
  /** 今后 · from now on */
  | "from_now_on"
  /** 当前 · at present */
  | "at_present";

/** The facts, and the value of the outcome, of every measure. */
export interface Measures {
  certificate: { facts: CertificateFacts; value: Certificate | null };
  certificate_use: { facts: CertificateUseFacts; value: boolean | null };
  certificate_papers: { facts: CertificatePapersFacts; value: Array<Paper> | null };
  hardship: { facts: HardshipFacts; value: Group | null };
  candidates: { facts: CandidatesFacts; value: Array<Offer> | null };
  security_line: { facts: SecurityLineFacts; value: SecurityLine | null };
  security_levels: { facts: SecurityLevelsFacts; value: boolean | null };
  insurance_subsidy: { facts: InsuranceSubsidyFacts; value: InsuranceSubsidy | null };
  insurance_claim: { facts: InsuranceClaimFacts; value: ClaimSheet | null };
  post_subsidy: { facts: PostSubsidyFacts; value: PostSubsidy | null };
  post_subsidy_cap: { facts: PostSubsidyCapFacts; value: PostCap | null };
  training_subsidy: { facts: TrainingSubsidyFacts; value: TrainingSubsidy | null };
  placement_subsidy: { facts: PlacementSubsidyFacts; value: Yuan | null };
  loan_terms: { facts: LoanTermsFacts; value: LoanTerms | null };
  loan_extension: { facts: LoanExtensionFacts; value: ExtensionTerms | null };
  enterprise_loan: { facts: EnterpriseLoanFacts; value: EnterpriseLoan | null };
  micro_profit: { facts: MicroProfitFacts; value: boolean | null };
  interest_periods: { facts: InterestPeriodsFacts; value: InterestSchedule | null };
  instalments: { facts: InstalmentsFacts; value: InstalmentSchedule | null };
  interest_subsidy: { facts: InterestSubsidyFacts; value: InterestSubsidy | null };
  interest_claim: { facts: InterestClaimFacts; value: SubsidyClaim | null };
  guarantee_capacity: { facts: GuaranteeCapacityFacts; value: Capacity | null };
  guarantee_fee: { facts: GuaranteeFeeFacts; value: GuaranteeFee | null };
  bank_lending: { facts: BankLendingFacts; value: Lending | null };
  loss_shares: { facts: LossSharesFacts; value: LossShares | null };
  compensation_gap: { facts: CompensationGapFacts; value: CompensationGap | null };
  tax_relief: { facts: TaxReliefFacts; value: TaxRelief | null };
  needed_hires: { facts: NeededHiresFacts; value: NeededHires | null };
  settled_relief: { facts: SettledReliefFacts; value: SettledRelief | null };
  new_enterprise: { facts: NewEnterpriseFacts; value: Newness | null };
  labour_service_relief: { facts: LabourServiceReliefFacts; value: LabourServiceRelief | null };
  best_relief: { facts: BestReliefFacts; value: BestRelief | null };
  fixed_deduction: { facts: FixedDeductionFacts; value: FixedDeduction | null };
  ordered_relief: { facts: OrderedReliefFacts; value: OrderedRelief | null };
  ordered_year: { facts: OrderedYearFacts; value: SettledYear | null };
  fee_relief: { facts: FeeReliefFacts; value: FeeRelief | null };
  spinoff_relief: { facts: SpinoffReliefFacts; value: SpinoffRelief | null };
  collection_offset: { facts: CollectionOffsetFacts; value: CollectionOffset | null };
  office_offsets: { facts: OfficeOffsetsFacts; value: OffsetTable | null };
  collector: { facts: CollectorFacts; value: Authority | null };
  turnover_taxes: { facts: TurnoverTaxesFacts; value: TurnoverTaxes | null };
  income_tax: { facts: IncomeTaxFacts; value: Yuan | null };
  trader_income_tax: { facts: TraderIncomeTaxFacts; value: Yuan | null };
  breakdown: { facts: BreakdownFacts; value: Breakdown | null };
  target_table: { facts: TargetTableFacts; value: TargetTable | null };
  net_new_jobs: { facts: NetNewJobsFacts; value: number | null };
  new_jobs: { facts: NewJobsFacts; value: number | null };
  unemployment_rate: { facts: UnemploymentRateFacts; value: Ratio | null };
  short_unemployment_rate: { facts: ShortUnemploymentRateFacts; value: Ratio | null };
  reemployment_rate: { facts: ReemploymentRateFacts; value: Ratio | null };
  issue_rate: { facts: IssueRateFacts; value: Coverage | null };
  ledger_rate: { facts: LedgerRateFacts; value: Coverage | null };
  allocate: { facts: AllocateFacts; value: Appropriation | null };
  assessment: { facts: AssessmentFacts; value: Ranking | null };
  progress: { facts: ProgressFacts; value: Pace | null };
  due_tasks: { facts: DueTasksFacts; value: Array<DueTask> | null };
}

/** A case of one measure. */
export interface CaseOf<Facts> {
  on: Day;
  facts: Facts;
  region?: string;
  as_known?: Day | null;
  supposing?: Array<{
    rule: string;
    since: Day;
    value: unknown;
  }>;
  id?: unknown;
}

/** The body of POST /measures/{name}. */
export type Case<Name extends keyof Measures> = CaseOf<Measures[Name]["facts"]>;

/** A line of POST /batch. */
export type BatchLine<Name extends keyof Measures> = { measure: Name } & Case<Name>;

/** The outcome of one measure. */
export interface OutcomeOf<Name, Facts, Value> {
  format: "gansu_reemployment/outcome/2";
  measure: Name;
  /** day whose law was applied */
  on: Day;
  /** place whose law was applied */
  region: string | null;
  /** hypothetical values; if there are any, this is not the law's answer */
  supposed: Array<{
    rule: string;
    since: Day;
    /** in JSON's own types: money and ratios as text */
    value: unknown;
  }>;
  status: "decided" | "refused" | "undecided";
  value: Value;
  steps: Array<{
    label: string;
    /** in JSON's own types: money and ratios as text */
    value: unknown;
  }>;
  refusals: Array<{
    code: string;
    text: string;
    rests_on: string;
  }>;
  /** facts, then rules not known */
  missing: Array<string>;
  facts: Facts | null;
  citations: Array<{
    rule: string;
    since: Day;
    /** in JSON's own types: money and ratios as text */
    value: unknown;
    region: string | null;
    document: string | null;
    article: string | null;
    standing: "read" | "reported" | "assumed" | "convention" | "hypothetical";
  }>;
  provenance: {
    library: string;
    rulebook: string;
    plugins: Array<string>;
  } | null;
}

export type Outcome<Name extends keyof Measures> = OutcomeOf<
  Name,
  Measures[Name]["facts"],
  Measures[Name]["value"]
>;

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  near?: Array<string>;
  faults?: Array<{
    path: string;
    problem: string;
  }>;
}

/** A line of the answer to POST /batch. */
export type Answer<Name extends keyof Measures> =
  | ({ id: unknown } & Outcome<Name>)
  | { id: unknown; problem: Problem };

export type RulesDay = Day;

export type RulesRegion = string;

export type RulesLevel = "nation" | "province" | "prefecture" | "county";

/** How well the words are known: read in the text, reported by another document, assumed by this library, or a convention of it. */
export type RulesStanding = "read" | "reported" | "assumed" | "convention";

export type RulesCodes = Array<{
  code: string;
  zh: string;
  en: string;
}>;

/** An amount of yuan is text with two decimals, a ratio is text such as 3/5, a day is an ISO date, a term of the policy is its code; null in the row of a reading, which is only cited. */
export type RulesValue = string | number | boolean | unknown[] | Record<string, unknown> | null;

export interface RulesType {
  is: "none" | "boolean" | "integer" | "text" | "date" | "yuan" | "ratio" | "code" | "set" | "list" | "table" | "record";
  optional?: true;
  codes?: RulesCodes;
  of?: RulesType;
  fields?: Array<{
    name: string;
    zh: string;
    en: string;
    type: RulesType;
  }>;
}

export interface RulesDocument {
  name: string;
  symbol: string;
  title: string;
  en: string;
  issuers: Array<string>;
  issued: RulesDay | null;
  effective: RulesDay | null;
  known_by: RulesDay | null;
  replaced_by: Array<string>;
  standing: RulesStanding;
  place: {
    zh: string;
    en: string;
  } | null;
  note: {
    zh: string;
    en: string;
  } | null;
  read_at: Array<string>;
}

export interface RulesBound {
  since: RulesDay;
  least: RulesValue;
  most: RulesValue;
  /** The name of a document of the list; null for a convention of the library. */
  document: string | null;
  article: string;
  standing: RulesStanding;
}

export interface RulesRow {
  since: RulesDay;
  until: RulesDay | null;
  value: RulesValue;
  /** The region that set the row; null for the nation. */
  region: RulesRegion | null;
  /** The first day on which the row could be known. */
  known_on: RulesDay;
  /** The name of a document of the list; null for a convention of the library. */
  document: string | null;
  article: string;
  standing: RulesStanding;
  note: {
    zh: string;
    en: string;
  } | null;
}

export interface RulesRule {
  path: string;
  zh: string;
  en: string;
  type: RulesType;
  measures: Array<string>;
  /** The lowest level of regions that may set their own value; null if none may. */
  delegated_to: RulesLevel | null;
  bounds: Array<RulesBound>;
  covered_until: RulesDay;
  checked_on: RulesDay | null;
  rows: Array<RulesRow>;
}

/** The rules as data · 规则数据 */
export interface Rules {
  format: "gansu_reemployment/rules/1";
  library: string;
  /** The digest of the national rows; a change of any row changes it. */
  rulebook: string;
  plugins: Array<string>;
  standings: RulesCodes;
  /** From the highest to the lowest. */
  levels: RulesCodes;
  regions: Array<{
    code: RulesRegion;
    zh: string;
    en: string;
    level: RulesLevel;
    parent: RulesRegion | null;
  }>;
  documents: Array<RulesDocument>;
  rules: Array<RulesRule>;
}
