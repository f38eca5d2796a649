"""The description of the service, judged by validators and by requests that are made from it."""

import json
from importlib.resources import files
from typing import Any, Final

import jsonschema_rs
import schemathesis
from gansu_reemployment_service_http import Settings, application
from gansu_reemployment_service_http.openapi import document
from hypothesis import HealthCheck, settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import positive_data_acceptance

from gansu_reemployment.interchange import all_measures

APP: Final = application()
KEPT: Final = application(Settings(ledger="memory:", read_key="a key of the tests"))
MEASURES: Final = [one.name for one in all_measures(APP.state.desk.host)]
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
#: The schema of OpenAPI itself.
RULES: Final = files("openapi_spec_validator") / "resources" / "schemas" / "v3.1" / "schema.json"
#: A few measures with records, lists and choices: this validator takes long for the whole document.
SOME: Final = ("hardship", "loan_terms", "interest_claim", "due_tasks")


def test_description_is_valid_openapi() -> None:
    """The description is a valid document of OpenAPI 3.1, with every measure and no loose end."""
    validate(document(KEPT, *SOME))
    whole = document(KEPT)
    jsonschema_rs.validator_for(json.loads(RULES.read_text(encoding="utf-8"))).validate(whole)
    schemas = whole["components"]["schemas"]
    for one in schemas.values():
        jsonschema_rs.meta.validate({"$schema": DIALECT, **one})
    assert {f"/measures/{name}" for name in MEASURES} <= set(whole["paths"])
    parts = json.dumps(whole).split("#/components/schemas/")[1:]
    assert {part.split('"')[0] for part in parts} <= set(schemas)


def test_address_without_a_ledger_is_not_described() -> None:
    """The description names what the application answers."""
    without, whole = set(document(APP)["paths"]), set(document(KEPT)["paths"])
    assert {"/cases", "/cases/{key}"} == whole - without


schema = schemathesis.openapi.from_dict(document(KEPT, "hardship", "due_tasks")).exclude(
    path="/batch"
)


@schema.parametrize()
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_keeps_its_description(
    case: schemathesis.Case[Any], address: str, keys: tuple[str, str]
) -> None:
    """No request of others' making leads to an error of the service or an answer not described."""
    if isinstance(case.body, dict) and isinstance(case.body.get("region"), str):
        # A made-up name is not a region, so the facts would never be read.
        del case.body["region"]
    # Facts that the schema allows may contradict each other, and a name need not exist.
    key = {"authorization": f"Bearer {keys[1]}"}
    case.call_and_validate(
        base_url=address, headers=key, excluded_checks=[positive_data_acceptance]
    )
