"""The codes of tasks (任务代码): level, rhythm, words of time, kind and role."""

from typing import Final

from gansu_reemployment.i18n import Choice


class TaskLevel(Choice):
    """The level that must act (责任层级)."""

    PROVINCE = "省级", "province"
    PREFECTURE = "市州", "prefecture"
    COUNTY = "县区", "county"
    STREET = "街道社区", "street and community"
    ENTERPRISE = "企业", "enterprise"
    ALL = "各级", "every level"


class Rhythm(Choice):
    """The rhythm in which a task falls due (办理频次)."""

    ONCE = "一次", "once"
    MONTHLY = "按月", "monthly"
    QUARTERLY = "按季", "quarterly"
    CONTINUOUS = "持续", "continuous"


class Urgency(Choice):
    """A word of time without a day (时限用语)."""

    SOON = "尽快", "as soon as possible"
    WITHOUT_DELAY = "抓紧", "without delay"
    FASTER = "加快", "speed up"
    ON_TIME = "按时", "on time"
    IN_TIME = "及时", "in time"
    REGULARLY = "定期", "at regular intervals"
    WHEN_SUITABLE = "适时", "when suitable"
    FROM_NOW_ON = "今后", "from now on"
    AT_PRESENT = "当前", "at present"


#: The rhythms of periodic tasks.
PERIODIC: Final = frozenset({Rhythm.MONTHLY, Rhythm.QUARTERLY})


class TaskKind(Choice):
    """The kind of a task (任务类别); it is editorial in every row."""

    TARGET = "目标", "target"
    RULE = "制定办法", "rule to issue"
    INSTITUTION = "机构制度", "body or system to build"
    POLICY = "政策落实", "policy"
    FUND = "资金", "fund"
    DATA = "数据", "data"
    SERVICE = "服务", "service"
    REPORT = "报告", "report"
    MEETING = "会议", "meeting"
    INSPECTION = "检查", "inspection"
    PUBLICITY = "宣传", "publicity"


class Role(Choice):
    """The role of a department in a task (牵头、配合)."""

    LEAD = "牵头", "lead"
    COOPERATING = "配合", "cooperating"
