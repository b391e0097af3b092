#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_publication(Step& step, const PgQuery__CreatePublicationStmt& stmt);
Outcome alter_publication(Step& step, const PgQuery__AlterPublicationStmt& stmt);

/// The tables and schemas of a publication.
[[nodiscard]] std::vector<ObjectId> publication_members(const Fold& fold, std::string_view publication);

}  // namespace trueup::parse
