#pragma once

#include <optional>
#include <string>
#include <vector>

#include "online/online.h"

namespace trueup::online {

/// What the forms may look at.
struct Setting {
  const std::vector<plan::Step>& steps;  ///< the whole plan
  std::size_t at;                        ///< the statement in question
  const effects::Ends& ends;
  const Sizes* sizes;
  int version;  ///< the server's, major

  [[nodiscard]] const plan::Step& step() const { return steps[at]; }
  /// True when the statement locks a table that holds rows, or may hold some.
  [[nodiscard]] bool holds_rows() const;
};

/// The statements in the place of one; nullopt where this form has nothing to say.
using Rewritten = std::optional<std::vector<plan::Step>>;

// One online form each. Whatever they give has the subject of the statement in question.
[[nodiscard]] Rewritten create_index(const Setting& setting);
[[nodiscard]] Rewritten drop_index(const Setting& setting);
[[nodiscard]] Rewritten add_key(const Setting& setting);
[[nodiscard]] Rewritten add_constraint(const Setting& setting);
[[nodiscard]] Rewritten set_not_null(const Setting& setting);
[[nodiscard]] Rewritten drop_partition(const Setting& setting);

/// `step` with another text.
[[nodiscard]] plan::Step instead(const plan::Step& step, std::string sql,
                                 ddl::Transaction transaction = ddl::Transaction::inside);

/// `name` with `suffix`, cut where PostgreSQL would cut it.
[[nodiscard]] std::string name_with(const std::string& name, std::string_view suffix);

/// True for a partitioned table in either end.
[[nodiscard]] bool is_partitioned(const ObjectId& table, const effects::Ends& ends);

}  // namespace trueup::online
