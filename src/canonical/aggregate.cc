#include "canonical/aggregate.h"

#include <algorithm>

#include "base/quote.h"
#include "canonical/candidates.h"
#include "canonical/type_text.h"

namespace trueup::canonical {
namespace {

using TypeIds = std::vector<TypeId>;

/// "schema.name" or "name" as the definition has it. An operator's name is no identifier.
std::pair<std::string, std::string> take_apart(std::string_view text, bool is_operator) {
  if (is_operator) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return {{}, std::string(text)};
    std::string_view schema = text.substr(0, dot);
    return {take_identifier(schema), std::string(text.substr(dot + 1))};
  }
  std::string first = take_identifier(text);
  if (!text.starts_with('.')) return {{}, std::move(first)};
  text.remove_prefix(1);
  return {std::move(first), take_identifier(text)};
}

/// A type as an ObjectId's signature writes it: format_type without a modifier.
std::string signature_text(const Types& types, TypeId id) {
  if (id == type::bpchar) return "character";
  if (id == type::bit) return "bit";
  const TypeId element = types.info(id).element;
  return element == type::none ? types.format({id, -1}) : signature_text(types, element) + "[]";
}

std::string signature_of(const Types& types, const TypeIds& ids) {
  std::string text;
  for (const TypeId id : ids)
    text.append(text.empty() ? "" : ",").append(id == type::none ? "NONE" : signature_text(types, id));
  return text;
}

/// AggregateCreate's look at the names of one definition.
class Resolver {
 public:
  Resolver(Pass& pass, Aggregate& aggregate) : pass_(pass), aggregate_(aggregate) {}

  void run() {
    for (const Parameter& parameter : aggregate_.parameters) arguments_.push_back(type_of(parameter.type));
    const TypeId result = state(aggregate_.plain, &aggregate_.inverse_function, false);
    state(aggregate_.moving, &aggregate_.inverse_function, true);
    const TypeId plain = type_of(aggregate_.plain.type);
    function(aggregate_.combine_function, {plain, plain});
    function(aggregate_.serial_function, {type::internal});
    function(aggregate_.deserial_function, {type::bytea, type::internal});
    sort_operator();
    if (aggregate_.returns.empty() && result != type::none)
      aggregate_.returns = signature_text(pass_.names.types, result);
  }

 private:
  TypeId type_of(const std::string& text) { return text.empty() ? type::none : pass_.names.types.parse(text).id; }

  /// The names that belong to one of the two ways to work; gives what comes out of it.
  TypeId state(AggregateState& state, Expression* inverse, bool moving) {
    if (state.type.empty()) return type::none;
    const TypeId own = type_of(state.type);
    TypeIds passed = {own};
    const std::size_t direct = aggregate_.form == "normal" ? 0 : static_cast<std::size_t>(aggregate_.direct);
    // Where all arguments are direct, the variadic last one stands for the aggregated ones, too.
    const std::size_t first = direct < arguments_.size() || direct == 0 ? direct : direct - 1;
    passed.insert(passed.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(first), arguments_.end());
    function(state.function, passed);
    if (moving) function(*inverse, passed);
    if (state.final_function.empty()) return own;
    TypeIds finished = {own};
    finished.insert(finished.end(), arguments_.begin(),
                    state.final_extra ? arguments_.end() : arguments_.begin() + static_cast<std::ptrdiff_t>(direct));
    return function(state.final_function, finished);
  }

  /// lookup_agg_function: gives the function's result type, none where it is not known.
  TypeId function(Expression& name, const TypeIds& actual) {
    if (name.empty()) return type::none;
    const auto [schema, local] = take_apart(name.text, false);
    const std::vector<FunctionInfo>& all = pass_.names.functions(schema, local, name.search_path);
    const FunctionInfo* found = choose(all, actual);
    if (!found) {
      const bool only_builtin =
          std::all_of(all.begin(), all.end(), [](const auto& each) { return each.schema.empty(); });
      not_found(name, schema, local, only_builtin && pass_.names.types.extensions().empty());
      return type::none;
    }
    settle(name, found->schema, quote_identifier(local), signature_of(pass_.names.types, found->arguments));
    if (found->object) name.references = {*found->object};
    return result_of(*found, actual);
  }

  TypeId result_of(const FunctionInfo& function, const TypeIds& actual) {
    if (function.arguments == actual || !is_polymorphic(function.result)) return function.result;
    TypeIds declared = function.arguments;
    return coerce_.resolve_polymorphic(actual, declared, function.result);
  }

  const FunctionInfo* choose(const std::vector<FunctionInfo>& all, const TypeIds& actual) {
    if (std::find(actual.begin(), actual.end(), type::none) != actual.end()) return nullptr;
    std::vector<const FunctionInfo*> fitting;
    std::vector<TypeIds> declared;
    for (const FunctionInfo& each : all) {
      if (each.kind != 'f' || each.arguments.size() != actual.size()) continue;
      if (each.arguments == actual) return &each;
      const bool shadowed = std::find(declared.begin(), declared.end(), each.arguments) != declared.end();
      if (shadowed || !coerce_.can(actual, each.arguments, Context::implicit)) continue;
      fitting.push_back(&each);
      declared.push_back(each.arguments);
    }
    if (fitting.size() == 1) return fitting[0];
    if (fitting.empty()) return nullptr;
    const auto best = select_candidate(pass_.names.types, coerce_, actual, declared);
    return best ? fitting[*best] : nullptr;
  }

  /// The operator for twice the only argument's type, exactly.
  void sort_operator() {
    Expression& name = aggregate_.sort_operator;
    if (name.empty() || arguments_.empty()) return;
    const auto [schema, local] = take_apart(name.text, true);
    const TypeId own = arguments_.front();
    for (const OperatorInfo& each : pass_.names.operators(schema, local, name.search_path)) {
      if (own == type::none || each.left != own || each.right != own) continue;
      settle(name, each.schema, local, signature_of(pass_.names.types, {own, own}));
      if (each.object) name.references = {*each.object};
      return;
    }
    not_found(name, schema, local, false);
  }

  /// What PostgreSQL brings is known by its name: its parameters differ between versions.
  static void settle(Expression& name, const std::string& schema, const std::string& local,
                     const std::string& signature) {
    const bool builtin = schema.empty() || schema == "pg_catalog";
    name.text = quote_identifier(builtin ? "pg_catalog" : schema) + "." + local;
    if (name.key.empty()) name.key = builtin ? name.text : name.text + "(" + signature + ")";
    name.search_path.clear();
  }

  /// A name that nothing stated explains: PostgreSQL's own, or a server is needed.
  static void not_found(Expression& name, const std::string& schema, const std::string& local, bool builtin) {
    const bool known = !name.key.empty();
    std::string home = schema;
    if (home.empty() && builtin) home = "pg_catalog";
    if (home.empty() && name.search_path.size() == 1) home = name.search_path.front();
    if (!home.empty()) name.text = quote_identifier(home) + "." + local;
    if (!known) {
      name.key = name.text;
      name.certainty = home == "pg_catalog" ? Certainty::exact : Certainty::unsure;
    }
    name.search_path.clear();
  }

  Pass& pass_;
  Aggregate& aggregate_;
  TypeIds arguments_;
  Arena arena_;
  bool unsure_ = false;
  Coercion coerce_{pass_.names, arena_, unsure_};
};

}  // namespace

void resolve_aggregates(Pass& pass) {
  for (auto& [id, object] : pass.catalog.objects) {
    auto* aggregate = std::get_if<Aggregate>(&object.payload);
    if (!aggregate) continue;
    Resolver(pass, *aggregate).run();
    pass.names.add(id, *aggregate);
  }
}

}  // namespace trueup::canonical
