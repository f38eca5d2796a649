"""Every measure over columns as a method of its name (逐项措施的批量计算)."""

from abc import abstractmethod
from datetime import date
from typing import TypeVar, Unpack

from gansu_reemployment.columns.plan import Options

FrameT = TypeVar("FrameT")


class ColumnMeasures:
    """The measures that run over columns, each with the options of :meth:`work`."""

    __slots__ = ()

    @abstractmethod
    def work(
        self, measure: str, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work the measure of that name over *frame*."""

    def certificate(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Say for every person of a register whether a certificate is due (再就业优惠证认定)."""
        return self.work("certificate", frame, on=on, **options)

    def certificate_use(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Say of every certificate held whether it is good (再就业优惠证有效性)."""
        return self.work("certificate_use", frame, on=on, **options)

    def hardship(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Classify every person of a register (“4050”人员认定)."""
        return self.work("hardship", frame, on=on, **options)

    def insurance_subsidy(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the insurance subsidy of every person-month of a file (社会保险补贴)."""
        return self.work("insurance_subsidy", frame, on=on, **options)

    def loan_terms(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Give the terms of every loan applied for (小额担保贷款)."""
        return self.work("loan_terms", frame, on=on, **options)

    def loan_extension(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the terms of every extension asked for (小额担保贷款展期)."""
        return self.work("loan_extension", frame, on=on, **options)

    def enterprise_loan(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the terms of every small enterprise's loan (劳动密集型小企业贷款)."""
        return self.work("enterprise_loan", frame, on=on, **options)

    def micro_profit(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Say of every project whether it is one of micro-profit (微利项目)."""
        return self.work("micro_profit", frame, on=on, **options)

    def interest_subsidy(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the subsidy of every settled period of a register (小额担保贷款贴息)."""
        return self.work("interest_subsidy", frame, on=on, **options)

    def guarantee_capacity(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give what every guarantee fund of a table can carry (担保能力)."""
        return self.work("guarantee_capacity", frame, on=on, **options)

    def guarantee_fee(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Give the fee of every guaranteed loan (担保费)."""
        return self.work("guarantee_fee", frame, on=on, **options)

    def bank_lending(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Say of every bank whether it must stop lending (停止和恢复发放贷款)."""
        return self.work("bank_lending", frame, on=on, **options)

    def loss_shares(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Share every loss between fund and bank (损失分担)."""
        return self.work("loss_shares", frame, on=on, **options)

    def compensation_gap(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Share what every fund paid in a year (年度代偿分担)."""
        return self.work("compensation_gap", frame, on=on, **options)

    def post_subsidy(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Work out the post subsidy of every person-month of a file (岗位补贴)."""
        return self.work("post_subsidy", frame, on=on, **options)

    def progress(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Compare every count of a table with its target and the time elapsed (目标完成进度)."""
        return self.work("progress", frame, on=on, **options)

    def training_subsidy(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the subsidy of every course (再就业培训补贴)."""
        return self.work("training_subsidy", frame, on=on, **options)

    def placement_subsidy(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the subsidy of every person placed (职业介绍补贴)."""
        return self.work("placement_subsidy", frame, on=on, **options)

    def security_levels(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Check the order of the three levels of every place (三条保障线标准)."""
        return self.work("security_levels", frame, on=on, **options)

    def net_new_jobs(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Count the net new jobs of every row of a table (净增就业)."""
        return self.work("net_new_jobs", frame, on=on, **options)

    def new_jobs(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Count the new jobs of every row of a table (新增就业)."""
        return self.work("new_jobs", frame, on=on, **options)

    def unemployment_rate(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the registered unemployment rate of every row of a table (城镇登记失业率)."""
        return self.work("unemployment_rate", frame, on=on, **options)

    def short_unemployment_rate(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the rate in its short form for every row of a table (城镇登记失业率（简式）)."""
        return self.work("short_unemployment_rate", frame, on=on, **options)

    def reemployment_rate(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Give the re-employment rate of every row of a table (再就业率)."""
        return self.work("reemployment_rate", frame, on=on, **options)

    def issue_rate(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Give the share of certificates issued for every row of a table (优惠证发放率)."""
        return self.work("issue_rate", frame, on=on, **options)

    def ledger_rate(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Give the share of persons in the ledger for every row of a table (“4050”人员建账率)."""
        return self.work("ledger_rate", frame, on=on, **options)

    def tax_relief(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Work out the relief of every enterprise of a register (税收减免)."""
        return self.work("tax_relief", frame, on=on, **options)

    def labour_service_relief(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the older relief of every labour-service enterprise (劳服企业所得税减免)."""
        return self.work("labour_service_relief", frame, on=on, **options)

    def ordered_relief(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Relieve the taxes of every claimant in turn up to the limit (限额依次扣减)."""
        return self.work("ordered_relief", frame, on=on, **options)

    def collection_offset(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Offset the relief of every office, tax and quarter of a frame (抵减收缴任务)."""
        return self.work("collection_offset", frame, on=on, **options)

    def collector(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Tell which authority collects every tax of a list (征收机关)."""
        return self.work("collector", frame, on=on, **options)

    def turnover_taxes(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the taxes on every turnover (营业税及附加)."""
        return self.work("turnover_taxes", frame, on=on, **options)

    def income_tax(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Work out the income tax of every enterprise's year (企业所得税)."""
        return self.work("income_tax", frame, on=on, **options)

    def trader_income_tax(
        self, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work out the income tax of every sole trader's year (个体工商户个人所得税)."""
        return self.work("trader_income_tax", frame, on=on, **options)
