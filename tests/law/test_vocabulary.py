"""A place lengthens a list of the law by a term of its own, which works like the others."""

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from gansu_reemployment import Bureau, EntitledGroup, Sex, Worker
from gansu_reemployment import plugins as p
from gansu_reemployment.errors import RulebookError
from gansu_reemployment.facts import InsuranceClaim, Paper
from gansu_reemployment.i18n import show
from gansu_reemployment.ledger import Case, open_ledger
from gansu_reemployment.plugins.rules_file.read import file_sources, read_rules
from gansu_reemployment.plugins.rules_file.write import write_rules
from gansu_reemployment.registers import read_register

ON = date(2003, 8, 1)
RULES = p.Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市",), ON, ON)
COUPLE = EntitledGroup.local("double_unemployed", "双失业夫妻", "couple without work")
PHOTO = Paper.local("photo", "照片", "photograph")
GROUPS = frozenset(EntitledGroup.__members__.values())
FACTS: dict[str, Any] = {
    "sex": Sex.FEMALE,
    "born_on": date(1963, 3, 1),
    "able": True,
    "willing": True,
    "employed": False,
    "retired": False,
    "internally_retired": False,
}


class Plugin:
    """A place with a group and a paper of its own."""

    @p.hookimpl
    def local_rules(self) -> p.LocalRules:
        """Return the rules of 武威市."""
        named = {
            "hardship.groups": frozenset({EntitledGroup.LAID_OFF_SOE, COUPLE}),
            "certificate.papers": frozenset({Paper.IDENTITY_CARD, PHOTO}),
        }
        rows = (p.Amendment(path, ON, v, RULES.at("第二条"), "") for path, v in named.items())
        return p.LocalRules(region="武威市", amendments=tuple(rows))


@pytest.fixture(name="host", scope="module")
def _host() -> Any:
    return p.load_host([p.Source.of(Plugin())], strict=True)


NOT_ENTITLED = ["not-in-entitled-group"]


@pytest.mark.parametrize(("place", "codes"), [("武威市", []), ("天水市", NOT_ENTITLED)])
def test_group_of_a_place(host: Any, place: str, codes: list[str]) -> None:
    """Where a rule names the group its members are entitled, and elsewhere they are not."""
    bureau = Bureau.of(place, host=host)
    outcome = bureau.hardship(Worker(group=COUPLE, **FACTS), on=ON)

    assert codes == [refusal.code for refusal in outcome.refusals]
    shown = outcome.explain("zh_CN", facts=Worker(group=COUPLE, **FACTS))
    assert "人员类别：双失业夫妻" in shown


def test_columns_registers_and_ledger(host: Any, tmp_path: Path) -> None:
    """Its code is a code of the column, its name a name in the register, and both come back."""
    bureau = Bureau.of("武威市", host=host)
    codes = ["double_unemployed", "laid_off_soe", "unemployed_soe"]
    frame = pl.DataFrame([{"group": code, **FACTS, "sex": "female"} for code in codes])
    added = bureau.columns.hardship(frame, on=ON)
    assert ["older", "older", None] == added["hardship"].to_list()
    assert [None, None] == added["hardship_reasons"].to_list()[:2]
    path = tmp_path / "register.csv"
    path.write_text("姓名,人员类别\n甲,双失业夫妻\n", encoding="utf-8")
    [entry] = read_register(path, Worker)
    assert COUPLE is entry.facts.group
    with open_ledger("memory:") as ledger:
        facts = Worker(group=COUPLE, **FACTS)
        ledger.append([Case.of(bureau.hardship(facts, on=ON), facts, recorded_on=ON)])
        [case] = ledger.find()
    assert "double_unemployed" == case.facts["group"]
    assert bureau.reopen(case).holds


def test_papers_of_a_place(host: Any) -> None:
    """A further paper is listed in both languages."""
    bureau = Bureau.of("武威市", host=host)
    outcome = bureau.certificate_papers(Worker(group=COUPLE), on=ON)
    assert frozenset({Paper.IDENTITY_CARD, PHOTO}) == outcome.value
    assert {"en": "identity card, photograph", "zh_CN": "居民身份证、照片"} == {
        locale: show(outcome.value, locale) for locale in ("en", "zh_CN")
    }


TERMS = """\
region = "张掖市"

[[document]]
symbol = "张政发〔2003〕1号"
title = "再就业实施办法"
issuers = ["张掖市人民政府"]
issued = 2003-07-01

[[term]]
path = "certificate.papers"
code = "proof_of_rent"
zh = "租赁合同"
en = "lease"

[[amendment]]
path = "certificate.papers"
since = 2003-07-01
value = ["identity_card", "proof_of_rent"]
document = "张政发〔2003〕1号"
article = "第三条"
standing = "read"
"""


def test_terms_in_a_rules_file(tmp_path: Path) -> None:
    """A file states further terms, and they are written back."""
    path = tmp_path / "rules.toml"
    path.write_text(TERMS, encoding="utf-8")
    host = p.load_host(file_sources([path]), strict=True)
    bureau = Bureau.of("张掖市", host=host)
    lease = Paper.read("proof_of_rent")
    assert lease.is_local
    assert (
        frozenset({Paper.IDENTITY_CARD, lease})
        == bureau.certificate_papers(Worker(group=EntitledGroup.NONE), on=ON).value
    )
    chain = host.regions.chain(bureau.region)
    path.write_text(write_rules(bureau.rulebook, chain), encoding="utf-8")
    again = read_rules(path).amendments
    assert [frozenset({Paper.IDENTITY_CARD, lease})] == [row.value for row in again]
    assert 'code = "proof_of_rent"' in path.read_text("utf-8")


def test_faults_of_terms(tmp_path: Path) -> None:
    """A list that is closed, and a term with a wrong name, are named with their line."""
    path = tmp_path / "rules.toml"
    wrong = TERMS.replace('path = "certificate.papers"\ncode', 'path = "hardship.age_day"\ncode')
    for text, fault in (
        (wrong, "a place cannot add terms to the values of hardship.age_day"),
        (TERMS.replace('zh = "租赁合同"', 'zh = "lease"'), "needs a code of lower-case letters"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(Exception, match="fault") as caught:
            read_rules(path)
        assert fault in str(caught.value)
        assert f"{path}:" in str(caught.value)


def test_terms_are_stated_once() -> None:
    """The same term may be stated again; another one of that code or name may not."""
    assert PHOTO is Paper.local("photo", "照片", "photograph")
    assert PHOTO is pickle.loads(pickle.dumps(PHOTO))  # noqa: S301 - our own
    assert "photo" not in {code.lower() for code in Paper.__members__}
    for code, zh, en in (
        ("photo", "相片", "photograph"),
        ("picture", "照片", "photograph"),
        ("identity_card", "居民身份证", "identity card"),
    ):
        with pytest.raises(RulebookError, match="Paper has the term"):
            Paper.local(code, zh, en)
    for code, zh, en in (
        ("Photo", "相", "p"),
        ("p", "photo", "photo"),
        ("p", "相", "相"),
        ("p", "相", ""),
    ):
        with pytest.raises(RulebookError, match="needs a code of lower-case letters"):
            Paper.local(code, zh, en)


def test_law_keeps_its_own_groups() -> None:
    """The groups that the law names do not grow by those of places."""
    book = Bureau.of("全国").rulebook
    assert COUPLE not in book.find("hardship.groups").on(date(2009, 1, 1)).value
    assert GROUPS == book.find("hardship.groups").on(date(2009, 1, 1)).value
    assert COUPLE in list(EntitledGroup)
    assert InsuranceClaim(group=COUPLE).group is COUPLE
