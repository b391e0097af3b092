#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace trueup::verify {

/// Made-up values, as the text that a type's input function takes. Equal input gives equal values.
class Values {
 public:
  /// `also` is searched for constants besides `catalog`: what the next state's checks ask for.
  Values(const Catalog& catalog, const Catalog& also);

  /// The `k`th value (from 0) of a type as the model writes it; different for each k where the type allows.
  /// nullopt where nothing is known about the type.
  [[nodiscard]] std::optional<std::string> of_type(std::string_view type, int k) const;

  /// Values for a column: first those that its checks, domain and partition bounds speak of, then what of_type gives.
  struct Candidates {
    std::vector<std::string> values;
    std::size_t spoken_of = 0;  ///< how many of them are of the first sort
  };
  [[nodiscard]] Candidates candidates(const Object& column) const;

 private:
  [[nodiscard]] std::optional<std::string> of_user_type(std::string_view name, int k) const;
  void collect(const Catalog& catalog);

  std::map<std::string, const Object*, std::less<>> types_;           // by their name as SQL writes it
  std::map<ObjectId, std::vector<std::string>> constants_;            // of columns, by what checks say about them
  std::map<std::string, std::vector<std::string>> domain_constants_;  // by the domain's name as SQL writes it
};

/// The constants in an expression's text: what stands in quotes, and numbers and dates with their neighbours.
[[nodiscard]] std::vector<std::string> constants_in(std::string_view text);

}  // namespace trueup::verify
