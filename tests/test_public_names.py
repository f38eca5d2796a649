"""The public rooms: their names, pinned here, and what a misspelt one is told."""

import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

import gansu_reemployment
from gansu_reemployment.errors import MissingExtraError

ROOT: Final = Path(__file__).parents[1]
#: Every public name by room. Whoever takes one away breaks those who build on the library: the
#: page "What is stable" says how a name is deprecated first.
PUBLIC: Final = {
    "": """
        Amendment Bureau Case Citation Employer Enterprise EnterpriseKind EntitledGroup
        GansuError Group IdentityNumber Instrument InsuranceClaim InvalidFactsError Level
        LoanApplication Outcome PostClaim Provision Purpose Refusal Region Rule Rulebook Sex
        Standing Status Target Trade Worker Yuan __version__ find_instrument find_region
        gansu load_host open_ledger read_facts read_register write_facts
    """,
    "facts": """
        Admission AfterAgreement AgeDay Area Assets Authority Band BankBook BankClaim
        BaseForm BegunMonth Borrower Candidate CardClass CardNearRetirement Ceiling
        CellBasis CertificateCount Charge Claimant Classes Collection Compounding Condition
        Contract Count Counted Counting Course Department Direction Duty EmployedStock
        EmployeeTest Employer Enterprise EnterpriseApplication EnterpriseKind EntitledGroup
        Extension ExtensionRequest Factor FeeBase FeeClaim FeeDepartment FirmLimit
        FixedClaim FlexibleFor FlexibleForm Floor Form Formation Founding FundFactor
        FundShare Generation Goal Group GuaranteeFund GuaranteedLoans HeldCertificate Hire
        Hiring HolderYear InTurn Indicator InstalmentLoan Insurance InsuranceClaim Item
        LabourForce LabourServiceFirm LedgerCount Lending Levels Levy Limit Line
        LoanApplication LoanLoss Longest Mark Method MicroProfit NearRetirement
        NewlyEmployed OfficeTask OffsetLedger OffsetMethod OrderBy OrderedClaim OrderedYear
        OtherKinds OverdueBase Overlap Paper PartnerLimit Penalty PeriodReport Place Placement
        PlacementClaim Pool PostClaim PostContract PostForm PostWage PostsFor Prepaying
        Prepayment Project Purpose QuarterlyClaim RateBase RateCeiling Rates Reemployment
        Refixing RegisterLoan ReliefEntry ReliefOffer ReliefSettlement Repayment Reuse
        Rhythm Role RoundingMethod RunningLoan Scheme Scope ScoreSheet Secured SettledPeriod
        Settlement Sex ShortLabourForce Size Span SpecialProgress SpecialReport Spinoff
        StaffMonth SubsidisedLoan Target TargetPlan TaskKind TaskLevel TaskState Tax TaxItem
        TaxMonth TaxesDue TermEnd Trade TrainingClaim Transfer Turnover TurnoverTaxesDue
        Urgency WageSource WageUntilNew Worker Yardstick YearIncome YearOfCompensation YearlyCheck
    """,
    "results": """
        Appropriation BestRelief Breakdown ByTax Capacity Certificate Check Circular
        CircularRow Citation ClaimSheet CollectionOffset CompensationGap Coverage Decided
        DeductionYear DueTask EnterpriseLoan ExtensionTerms FeeLine FeeRelief FixedDeduction
        GuaranteeFee HireStep Instalment InstalmentSchedule InsuranceLine InsuranceSubsidy
        InterestLine InterestSchedule InterestSubsidy LabourServiceRelief LoanTerms
        LossShares MonthUse NeededHires Newness NotGranted NotKnown Offer OfficeOffset
        OffsetTable OpenLoan OrderedRelief Outcome Pace Period PostCap PostSubsidy Proof Provenance
        Ranking Reason Refusal Refused SecurityLine SettledRelief SettledYear
        SpecialCircular SpinoffRelief Status Step Stretch SubsidyClaim Supposition
        TargetTable Task TaskReport TaxRelief TrainingSubsidy TurnoverTaxes Undecided Used
        all_tasks as_calendar circular find_micro_profit overdue special_circular task_state
    """,
    "errors": """
        AmbiguousNameError AmendmentError AmountError ArgumentError ChartError ColumnsError
        DateError Fault FloatRefusedError FormulaError GansuError GansuWarning
        HypothesisWarning InvalidFactsError InvalidIdentityError LedgerChainError
        LedgerConflictError LedgerError MissingExtraError NotDecidedError
        PluginError PluginWarning RegisterError RuleNotInForceError RulebookError
        SqlError TruthValueError UnknownNameError VectorError
    """,
    "registers": """
        AddsUp Assessment Counts Entry FilledTable Finding Person RegisterReader Reject
        assess_register check_table misspelt pool_of print_assessment progress read_register
        read_table write_rows
    """,
    "sheets": """
        SUM Column Filing Graph Label Sheet as_docx as_html as_markdown as_xlsx breakdown_sheet
        candidates_sheet circular_html circular_sheet decision_sheet detail_sheet granted_sheet
        hires_sheet html_page instalments_sheet not_granted_sheet offset_sheet
        special_sheet summary_sheet task_sheet transfer_sheet write_sheet
    """,
    "charts": """
        Bullet Chart Period Point Row Stack Stage Tile breakdown_chart breakdown_map bullets
        clocks_chart dumbbells funnel hires_chart instalments_chart progress_chart progress_map
        reform_chart register_chart rule_timeline stacked steps tile_map timeline
    """,
    "frames": """
        facts_of frame_of table_of write_register
    """,
    "interchange": """
        Desk Interview Lines Question Request Supposed all_measures document_as_json
        json_schema measure_as_json problem read_json read_request reasons_of rule_as_json
        rules_as_json rules_schema
    """,
    "ledger": """
        Appended BaseLedger Case Change Checkpoint CountBy Department Difference
        Head Indicator Kept Kind Ledger LedgerFactory Matter Moved Record Reopened
        Report Row Source State Vacancy case_key changed_by copy_ledger
        export_ledger find_case import_ledger mask_name monthly_notice open_ledger
        public_notice read_facts read_record record_of reopen reports resting_on
        standing_ledger verify_export verify_ledger waiting write_facts
    """,
    "plugins": """
        Amendment Bilingual ByBand CaseWorking CheckedFacts Choice ColumnWorking Deadline Extent
        Grade Host Instrument Known Level LocalAdjustment LocalCondition LocalFacts LocalRules
        LocalSeries LocalWeights Measure Provision Reading Reason Region Rule Source Standing
        TextRead U Unknown Working Yuan at_most_one born cited fact formula hookimpl load_host
        meaning measure not_negative positive reading result_field rule_table stated
    """,
    "testing": """
        AWKWARD CASES IDENTITY RECORDS LedgerContract LocalRulesContract make_case
        make_record
    """,
}


def room(name: str) -> ModuleType:
    """Import a public room."""
    return import_module(f"gansu_reemployment.{name}" if name else "gansu_reemployment")


@pytest.mark.parametrize("name", PUBLIC)
def test_names_are_those_listed(name: str) -> None:
    """Nothing is added or taken away unnoticed, and every name is there."""
    found = room(name)
    assert PUBLIC[name].split() == found.__all__
    assert sorted(found.__all__) == dir(found)
    assert [] == [one for one in found.__all__ if getattr(found, one, None) is None]


@pytest.mark.parametrize("name", PUBLIC)
def test_rooms_are_loaded_on_first_use(name: str) -> None:
    """Importing a room loads no measure and nothing heavy."""
    code = (
        f"import sys, {room(name).__name__}\n"
        "heavy = ('altair', 'cattrs', 'narwhals', 'polars', 'pytest')\n"
        "heavy += ('gansu_reemployment.measures.',)\n"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


def test_misspelt_import() -> None:
    """An import of a name that is nearly right says which one may be meant."""
    with pytest.raises(ImportError, match="did you mean LoanApplication"):
        from gansu_reemployment import LoanApplicaton  # type: ignore[attr-defined] # noqa: F401
    with pytest.raises(ImportError, match=r"did you mean gansu_reemployment\.facts\.TrainingClaim"):
        from gansu_reemployment import TrainingClaim  # type: ignore[attr-defined] # noqa: F401


def test_misspelt_attribute() -> None:
    """An attribute that is nearly right is an AttributeError, so that hasattr works."""
    with pytest.raises(AttributeError, match="did you mean Worker"):
        _ = gansu_reemployment.Workr  # type: ignore[attr-defined]
    assert not hasattr(gansu_reemployment, "zzz")
    assert not hasattr(gansu_reemployment, "_zzz")


def test_testing_without_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pytest the room for tests names the extra that is missing."""
    from gansu_reemployment import testing

    for loaded in [name for name in sys.modules if name.partition(".")[0] in {"pytest", "_pytest"}]:
        monkeypatch.delitem(sys.modules, loaded)
    for loaded in [name for name in sys.modules if name.startswith("gansu_reemployment.testing.")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, "pytest", None)
    monkeypatch.delitem(vars(testing), "LedgerContract", raising=False)
    with pytest.raises(MissingExtraError, match=r"gansu-reemployment\[testing\]"):
        _ = testing.LedgerContract


def test_page_lists_every_room() -> None:
    """The page of what is stable names each room."""
    text = (ROOT / "docs" / "reference" / "stable.md").read_text(encoding="utf-8")
    named = re.findall(r"^- `gansu_reemployment\.?(\w*)`:", text, flags=re.MULTILINE)
    assert sorted(PUBLIC) == sorted(named)


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/install.md"])
def test_pages_list_every_extra(page: str) -> None:
    """Each extra that can be installed is in the tables of extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = (ROOT / page).read_text(encoding="utf-8").partition("| extra |")[2].partition("\n\n")[0]
    named = re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)
    assert sorted(project["optional-dependencies"]) == sorted(named)
