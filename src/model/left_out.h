#pragma once

#include <string_view>

namespace trueup {

/// True for a schema that is no part of a state: the system's, temporary ones, trueup's own, and those that
/// migration tools keep their history in.
[[nodiscard]] bool is_left_out_schema(std::string_view schema);

/// True for a table in which a migration tool keeps its history (Flyway, Alembic, Rails, Liquibase, goose, …): it
/// belongs to the tool unless the desired state says otherwise, wherever it stands.
[[nodiscard]] bool is_migration_history(std::string_view table);

}  // namespace trueup
