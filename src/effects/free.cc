#include "effects/form.h"
#include "effects/words.h"

// What locks no relation that is in use: its changes are rows of system catalogs.

namespace trueup::effects {

namespace {

void nothing(Telling&) {}

void rename_schema(Telling& t) { t.scene.rename_schema(unquoted(t.word(2)), unquoted(t.word(5))); }

constexpr Form forms[] = {
    {"SET", nothing},
    {"DO @", nothing},
    {"SELECT pg_catalog.setval", nothing},
    {"GRANT", nothing},
    {"REVOKE", nothing},
    {"COMMENT ON", nothing},
    {"SECURITY LABEL FOR", nothing},
    {"ALTER DEFAULT PRIVILEGES", nothing},
    {"CREATE SCHEMA", nothing},
    {"ALTER SCHEMA @ RENAME TO @", rename_schema},
    {"ALTER SCHEMA", nothing},
    {"DROP SCHEMA", nothing},
    {"CREATE EXTENSION", nothing},
    {"ALTER EXTENSION", nothing},
    {"DROP EXTENSION", nothing},
    {"CREATE ROLE", nothing},
    {"ALTER ROLE", nothing},
    {"DROP ROLE", nothing},
    {"CREATE FUNCTION", nothing},
    {"CREATE OR REPLACE FUNCTION", nothing},
    {"ALTER FUNCTION", nothing},
    {"DROP FUNCTION", nothing},
    {"CREATE PROCEDURE", nothing},
    {"CREATE OR REPLACE PROCEDURE", nothing},
    {"ALTER PROCEDURE", nothing},
    {"DROP PROCEDURE", nothing},
    {"ALTER ROUTINE", nothing},
    {"CREATE AGGREGATE", nothing},
    {"CREATE OR REPLACE AGGREGATE", nothing},
    {"ALTER AGGREGATE", nothing},
    {"DROP AGGREGATE", nothing},
    {"CREATE OPERATOR", nothing},
    {"ALTER OPERATOR", nothing},
    {"DROP OPERATOR", nothing},
    {"CREATE CAST", nothing},
    {"DROP CAST", nothing},
    {"CREATE COLLATION", nothing},
    {"ALTER COLLATION", nothing},
    {"DROP COLLATION", nothing},
    {"CREATE CONVERSION", nothing},
    {"CREATE DEFAULT CONVERSION", nothing},
    {"ALTER CONVERSION", nothing},
    {"DROP CONVERSION", nothing},
    {"CREATE LANGUAGE", nothing},
    {"CREATE TRUSTED LANGUAGE", nothing},
    {"CREATE OR REPLACE LANGUAGE", nothing},
    {"CREATE OR REPLACE TRUSTED LANGUAGE", nothing},
    {"ALTER LANGUAGE", nothing},
    {"DROP LANGUAGE", nothing},
    {"CREATE TRANSFORM", nothing},
    {"CREATE OR REPLACE TRANSFORM", nothing},
    {"DROP TRANSFORM", nothing},
    {"CREATE TEXT SEARCH", nothing},
    {"ALTER TEXT SEARCH", nothing},
    {"DROP TEXT SEARCH", nothing},
    {"CREATE EVENT TRIGGER", nothing},
    {"ALTER EVENT TRIGGER", nothing},
    {"DROP EVENT TRIGGER", nothing},
    {"DROP PUBLICATION", nothing},
    {"CREATE SUBSCRIPTION", nothing},
    {"ALTER SUBSCRIPTION", nothing},
    {"DROP SUBSCRIPTION", nothing},
    {"CREATE FOREIGN DATA WRAPPER", nothing},
    {"ALTER FOREIGN DATA WRAPPER", nothing},
    {"DROP FOREIGN DATA WRAPPER", nothing},
    {"CREATE SERVER", nothing},
    {"ALTER SERVER", nothing},
    {"DROP SERVER", nothing},
    {"CREATE USER MAPPING", nothing},
    {"ALTER USER MAPPING", nothing},
    {"DROP USER MAPPING", nothing},
    {"ALTER STATISTICS", nothing},
};

}  // namespace

std::span<const Form> free_forms() { return forms; }

}  // namespace trueup::effects
