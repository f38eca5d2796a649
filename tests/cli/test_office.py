"""The commands that write an office's files: sheet, circular, claim, breakdown."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from gansu_reemployment.cli.main import run

REGISTER = Path(__file__).parents[2] / "examples" / "data" / "bank_loans_2003q3.csv"
RETURNS = "地区,全年目标,前期累计,本期完成\n兰州市,100,40,20\n天水市,100,,5\n陇南地区,100,30,\n"
WEIGHTS = "地区,从业人员,失业人员\n兰州市,3,1\n天水市,1,3\n"
LOAN = (
    'principal = "20000.00"\nannual_rate = "549/10000"\ndrawn_on = 2003-07-15\nmonths = 24\n'
    'method = "level"\n'
)
JUNE = ("--until", "2003-06-30", "--tolerance", "5")
DIVIDE = ("--total", "800", "--on", "2003-06-10", "--share", "75%", "--share", "0.25")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    texts = {"june.csv": RETURNS, "weights.csv": WEIGHTS, "loan.toml": LOAN}
    for name, text in texts.items():
        Path(name).write_text(text, encoding="utf-8")


def cells(path: str, tab: int = 0) -> list[list[object]]:
    """Return the cells of a workbook."""
    sheet = openpyxl.load_workbook(path).worksheets[tab]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_circular(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentences are printed; a blank count is not reported, and not zero."""
    assert 0 == run(["circular", "june.csv", "june.html", *JUNE, "--by", "某厅"])
    out = capsys.readouterr().out
    assert "没有报齐：天水市、陇南地区。" in out
    assert "已写入：june.html" in out
    page = Path("june.html").read_text(encoding="utf-8")
    assert "填报单位（盖章）：某厅" in page
    assert "<svg" in page


@pytest.mark.parametrize("name", ["june.xlsx", "june.docx", "june.svg", "june.png", "june.md"])
def test_circular_in_every_form(name: str) -> None:
    """The ending of the file chooses the form."""
    assert 0 == run(["--lang", "en", "circular", "june.csv", name, *JUNE])
    assert Path(name).stat().st_size > 500


def test_circular_of_a_quarter(capsys: pytest.CaptureFixture[str]) -> None:
    """The counts before the period end with the quarter before."""
    assert 0 == run(["circular", "june.csv", "june.xlsx", *JUNE, "--quarterly"])
    assert "2003年第二季度新增就业目标完成情况通报" == cells("june.xlsx")[0][0]
    assert 60 == cells("june.xlsx")[4][4]
    assert capsys.readouterr().out


def test_circular_of_january() -> None:
    """In January there is no count before the period."""
    january = ("--until", "2004-01-31", "--tolerance", "5")
    assert 0 == run(["circular", "june.csv", "june.md", *january])
    assert "| 兰州市 | 100 | 20 | 20 |" in Path("june.md").read_text(encoding="utf-8")


def test_faulty_rows_stop_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A faulty row is kept apart, and nothing is written without the consent to skip it."""
    Path("june.csv").write_text(RETURNS + "某地,1,1,1\n", encoding="utf-8")
    assert 1 == run(["circular", "june.csv", "june.md", *JUNE])
    error = capsys.readouterr().err
    assert "有误的行数：1，见june-rejects.csv" in error
    assert "--skip-faulty" in error
    assert not Path("june.md").exists()
    assert 0 == run(["circular", "june.csv", "june.md", *JUNE, "--skip-faulty"])
    assert Path("june.md").exists()


def test_faulty_rows_are_counted_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence fits one faulty row as well as several."""
    Path("june.csv").write_text(RETURNS + "某地,1,1,1\n", encoding="utf-8")
    assert 1 == run(["--lang", "en", "circular", "june.csv", "june.md", *JUNE])
    assert "1 row(s) with faults: june-rejects.csv" in capsys.readouterr().err


def test_claim(capsys: pytest.CaptureFixture[str]) -> None:
    """The claim and its details are two tabs, with the bank and the amount in words."""
    shutil.copy(REGISTER, "loans.csv")
    command = [
        "claim",
        "loans.csv",
        "claim.xlsx",
        "--settled-on",
        "2003-09-20",
        "--region",
        "天水市",
    ]
    assert 1 == run(command)
    assert not Path("claim.xlsx").exists()
    capsys.readouterr()
    assert 0 == run([*command, "--skip-faulty", "--by", "某银行", "--checked-by", "李某"])
    assert "申报8笔，金额1,525.04元；另有0笔待补充事实。" in capsys.readouterr().out
    rows = cells("claim.xlsx")
    assert "2003年第三季度小额担保贷款贴息资金申报表" == rows[0][0]
    assert "申报银行（盖章）：某银行" == rows[1][0]
    assert "合计金额（大写）：人民币壹仟伍佰贰拾伍元零肆分" == rows[5][0]
    assert "审核人：李某" in str(rows[6][0])
    assert "2003年第三季度小额担保贷款贴息明细表" == cells("claim.xlsx", 1)[0][0]


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_claim_in_other_forms(ending: str) -> None:
    """Both tables are in one file."""
    shutil.copy(REGISTER, "loans.csv")
    command = ["claim", "loans.csv", f"claim.{ending}", "--settled-on", "2003-09-20"]
    assert 0 == run([*command, "--region", "天水市", "--skip-faulty"])
    if ending != "docx":
        text = Path(f"claim.{ending}").read_text(encoding="utf-8")
        assert "贴息资金申报表" in text
        assert "贴息明细表" in text


def test_breakdown() -> None:
    """Each factor divides its share, by exact weights."""
    assert 0 == run(["breakdown", "weights.csv", "target.xlsx", *DIVIDE, "--by", "某厅"])
    named = {row[0]: row[1] for row in cells("target.xlsx")}
    assert (500, 300) == (named["兰州市"], named["天水市"])


@pytest.mark.parametrize(
    ("more", "shown"), [((), "从业人员+失业人员 500"), (("--map",), "兰州: 500")]
)
def test_breakdown_as_a_chart(more: tuple[str, ...], shown: str) -> None:
    """With the ending of a picture the result is drawn, with --map as the grid of prefectures."""
    assert 0 == run(["breakdown", "weights.csv", "target.svg", *DIVIDE, *more])
    assert shown in Path("target.svg").read_text(encoding="utf-8")


def test_several_factors_need_their_shares(capsys: pytest.CaptureFixture[str]) -> None:
    """No document states shares, so none is presumed."""
    assert 2 == run(["breakdown", "weights.csv", "t.md", "--total", "8", "--on", "2003-06-10"])
    assert "文件中有2个因素，各须用 --share 指定比重。" in capsys.readouterr().err


def test_one_factor_needs_no_share() -> None:
    """The only factor divides the whole target."""
    Path("weights.csv").write_text("地区,权数\n甲县,3\n乙县,1\n", encoding="utf-8")
    assert 0 == run(["breakdown", "weights.csv", "t.md", "--total", "8", "--on", "2003-06-10"])
    assert "| 甲县 | 6 |" in Path("t.md").read_text(encoding="utf-8")


def test_weight_that_is_not_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    """The cell is named by its address."""
    Path("weights.csv").write_text("地区,权数\n甲县,多\n乙县,1\n", encoding="utf-8")
    assert 2 == run(["breakdown", "weights.csv", "t.md", "--total", "8", "--on", "2003-06-10"])
    assert "B2" in capsys.readouterr().err


def test_sheet_of_instalments() -> None:
    """The table of a loan has its principal in words; with the ending of a picture its chart."""
    command = ("--measure", "instalments", "--on", "2003-07-15")
    assert 0 == run(["sheet", "loan.toml", "loan.md", *command, "--by", "某银行"])
    text = Path("loan.md").read_text(encoding="utf-8")
    assert "贷款金额（大写）：人民币贰万元整" in text
    assert "填报单位（盖章）：某银行" in text
    assert 0 == run(["sheet", "loan.toml", "loan.svg", *command])
    assert "小额担保贷款还款计划" in Path("loan.svg").read_text(encoding="utf-8")


def test_decision_sheet() -> None:
    """Every other measure has the decision sheet, whatever the outcome."""
    Path("worker.toml").write_text("employed = true\n", encoding="utf-8")
    options = ("--number", "17", "--person", "李某", "--by", "某局", "--filed-on", "2003-08-02")
    assert 0 == run(["sheet", "worker.toml", "notice.md", "--on", "2003-08-01", *options])
    text = Path("notice.md").read_text(encoding="utf-8")
    assert all(part in text for part in ("不予核准告知书", "17", "李某", "某局", "2003年8月2日"))


def test_rule_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    """The line of time has the rows of every region, or those that apply in one."""
    assert 0 == run(["rule", "candidates.ranks", "--chart", "every.svg"])
    assert "甘肃省" in Path("every.svg").read_text(encoding="utf-8")
    assert "已写入：every.svg" in capsys.readouterr().out
    assert 0 == run(["rule", "loan.norm", "全国", "--chart", "nation.svg"])
    assert "20,000.00元" in Path("nation.svg").read_text(encoding="utf-8")


def test_assessment_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    """The summary of a register is a funnel with the reasons of refusal."""
    Path("people.csv").write_text("姓名,在业\n李某,是\n王某,\n", encoding="utf-8")
    assert 0 == run(["assess", "people.csv", "--on", "2003-07-01", "--chart", "funnel.svg"])
    assert "该人员已在业: 1" in Path("funnel.svg").read_text(encoding="utf-8")
    assert "已写入：funnel.svg" in capsys.readouterr().out


def test_ending_without_a_form(capsys: pytest.CaptureFixture[str]) -> None:
    """A decision has no chart, and the error names the endings that there are."""
    Path("worker.toml").write_text("employed = true\n", encoding="utf-8")
    assert 2 == run(["sheet", "worker.toml", "notice.svg", "--on", "2003-08-01"])
    assert ".docx" in capsys.readouterr().err
    assert not Path("notice.svg").exists()
