#pragma once

#include "migrations/format.h"

namespace trueup::migrations {

// One row per format, each in a file of its own below formats/.
extern const Format numbered;
extern const Format flyway;
extern const Format golang_migrate;
extern const Format goose;
extern const Format dbmate;
extern const Format alembic;
// Only read.
extern const Format sqitch;
extern const Format liquibase;
extern const Format plain;

}  // namespace trueup::migrations
