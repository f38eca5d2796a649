"""The terms of the social insurance subsidy (社会保险补贴用语): employers, insurances, forms."""

from gansu_reemployment.i18n import Choice


class Employer(Choice):
    """Where the person works (用人单位类别)."""

    SERVICE = "服务型企业", "service enterprise"
    RETAIL = "商贸企业", "retail enterprise"
    PUBLIC_POST = "公益性岗位", "public-service post"
    FLEXIBLE = "灵活就业", "flexible employment"
    EXCLUDED = "除外行业企业", "enterprise of an excluded trade"
    OTHER = "其他企业", "other enterprise"


class Insurance(Choice):
    """The insurances that may be subsidised (险种)."""

    PENSION = "养老保险", "pension"
    MEDICAL = "医疗保险", "medical"
    UNEMPLOYMENT = "失业保险", "unemployment"


class Hiring(Choice):
    """Whom an enterprise must hire (企业招用的对象)."""

    CARD_HOLDER = (
        "服务型、商贸企业招用持证人员",
        "holders of the certificate, in trade and services",
    )
    EITHER = "持证人员或者就业困难人员", "such holders, or the hard to employ anywhere"
    HARD_TO_EMPLOY = "企业招用就业困难人员", "the hard to employ, anywhere"


class PostsFor(Choice):
    """Who is subsidised in a public-service post (公益性岗位的对象)."""

    OLDER = "原国有企业的“4050”人员", "older persons from state enterprises"
    HARD_TO_EMPLOY = "就业困难人员", "the hard to employ"


class PostContract(Choice):
    """Whether a public-service post needs a contract of some length (公益性岗位合同期限)."""

    NOT_ASKED = "未见规定", "no length is asked"
    ASKED = "有规定", "a length is asked"


class FlexibleFor(Choice):
    """Who is subsidised in flexible work (灵活就业的对象)."""

    NOBODY = "无国家补贴", "nobody"
    OLDER = "“4050”人员", "older persons"
    HARD_TO_EMPLOY = "就业困难人员", "the hard to employ"


class FlexibleForm(Choice):
    """How flexible workers are subsidised (灵活就业补贴的算法)."""

    PAID = "按实际缴费的比例", "a ratio of what the person paid"
    BASE = "按基数、费率和比例", "base × pension rate × ratio"


class Extension(Choice):
    """What a place may do when the time in a public-service post is over (公益性岗位期满后)."""

    NONE = "不延长", "none"
    LOCAL_COST = (
        "公益性岗位“4050”人员可延长，地方负担",
        "for older persons in public posts, locally paid",
    )
    YEARLY = "公益性岗位“4050”人员逐年审批延长", "for older persons in public posts, year by year"


class NearRetirement(Choice):
    """What follows for those near retirement when the time is over (接近退休人员期满后)."""

    STOPS = "期满停发", "the subsidy stops"
    TO_RETIREMENT = "延至退休", "the subsidy goes on to retirement"


class BaseForm(Choice):
    """How the contribution base is found (缴费基数的确定)."""

    WAGE = "工资，在上下限以内", "the wage, between floor and cap"
    FIXED = "定额（如最低工资标准）", "a fixed sum, such as the minimum wage"
    AVERAGE = "上年度月平均工资的一定比例", "a share of last year's monthly average wage"


class Limit(Choice):
    """Whether the month's subsidy is limited (月补贴限额)."""

    NONE = "无限额", "none"
    AMOUNT = "有限额", "an amount"
