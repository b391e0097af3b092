#include "model/left_out.h"

#include <algorithm>
#include <array>

namespace trueup {

bool is_left_out_schema(std::string_view schema) {
  static constexpr std::array<std::string_view, 8> names = {
      "information_schema", "trueup", "trueup_parked", "sqitch", "pgroll", "graphile_migrate", "atlas_schema_revisions",
      "supabase_migrations"};
  return schema.starts_with("pg_") || std::find(names.begin(), names.end(), schema) != names.end();
}

bool is_migration_history(std::string_view table) {
  static constexpr std::array<std::string_view, 31> names = {"flyway_schema_history",
                                                             "alembic_version",
                                                             "schema_migrations",
                                                             "ar_internal_metadata",
                                                             "goose_db_version",
                                                             "databasechangelog",
                                                             "databasechangeloglock",
                                                             "DATABASECHANGELOG",
                                                             "DATABASECHANGELOGLOCK",
                                                             "gorp_migrations",
                                                             "knex_migrations",
                                                             "knex_migrations_lock",
                                                             "__EFMigrationsHistory",
                                                             "_prisma_migrations",
                                                             "django_migrations",
                                                             "SequelizeMeta",
                                                             "pgmigrations",
                                                             "__diesel_schema_migrations",
                                                             "_sqlx_migrations",
                                                             "refinery_schema_history",
                                                             "atlas_schema_revisions",
                                                             "_yoyo_migration",
                                                             "_yoyo_log",
                                                             "_yoyo_version",
                                                             "yoyo_lock",
                                                             "phinxlog",
                                                             "doctrine_migration_versions",
                                                             "mikro_orm_migrations",
                                                             "__drizzle_migrations",
                                                             "typeorm_metadata",
                                                             "migrate_schema_version"};
  return std::find(names.begin(), names.end(), table) != names.end();
}

}  // namespace trueup
