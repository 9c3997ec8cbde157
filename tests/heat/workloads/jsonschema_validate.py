# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents checked against a schema."""
import jsonschema

ANALYZE = "jsonschema"
PACKAGES = ["python3-jsonschema", "python3-attr", "python3-pyrsistent"]

SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["id", "items"],
    "definitions": {"item": {"type": "object", "properties": {
        "name": {"type": "string", "minLength": 2, "pattern": "^[a-z]+"}, "price": {"type": "number", "minimum": 0},
        "kind": {"enum": ["a", "b"]}, "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string"}}},
        "additionalProperties": False, "dependencies": {"kind": ["price"]}}},
    "properties": {"id": {"type": "integer", "multipleOf": 1}, "items": {"type": "array", "items": {"$ref": "#/definitions/item"}},
                   "extra": {"oneOf": [{"type": "null"}, {"anyOf": [{"type": "string", "format": "date"}, {"const": 3}]}]},
                   "when": {"format": "email", "not": {"type": "integer"}}},
    "patternProperties": {"^x-": {"type": "string"}}, "propertyNames": {"maxLength": 10}, "if": {"required": ["extra"]},
    "then": {"minProperties": 2}, "else": {"maxProperties": 9},
}


def work():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    for i in range(25):
        good = {"id": i, "items": [{"name": "n%d" % j, "price": j, "kind": "a", "tags": ["x", "y"]} for j in range(20)],
                "extra": None, "x-a": "b", "when": "a@b"}
        assert validator.is_valid(good)
        bad = dict(good, id="one", extra=4, items=[{"name": "X", "price": -1, "kind": "c", "other": 1}] * 5)
        errors = sorted(validator.iter_errors(bad), key=lambda e: str(e.path))
        jsonschema.exceptions.best_match(errors)
        jsonschema.ErrorTree(errors)
        str(errors[0])
