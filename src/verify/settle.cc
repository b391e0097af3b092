#include "verify/settle.h"

#include <algorithm>
#include <optional>

#include "model/copy_field.h"
#include "model/find_expressions.h"
#include "verify/expect.h"
#include "verify/load.h"
#include "verify/read_back.h"
#include "verify/run_plan.h"
#include "verify/site.h"

namespace trueup::verify {

namespace {

Result<Catalog> load_scripts(const std::vector<parse::Script>& scripts, Scope scope, const std::string& acting,
                             db::Scratch& scratch, Diagnostics& notes) {
  Result<Site> site = Site::make(scratch, acting);
  if (!site) return site.error();
  Result<Loaded> loaded = load(*site, scripts, scope);
  if (!loaded) return loaded.error();
  notes = std::move(loaded->failed);
  return read_back(*site);
}

/// A state after one more round through a server: some texts that it prints change once when they are entered again,
/// and another version prints the same state differently. nullopt where it does not load.
std::optional<Catalog> entered_again(const Catalog& state, db::Scratch& scratch) {
  Result<Site> site = Site::make(scratch, state.current_user);
  if (!site || !render_into(*site, state)) return std::nullopt;
  Result<Catalog> again = read_back(*site);
  return again ? std::optional(std::move(*again)) : std::nullopt;
}

/// Makes entered_again only when it is needed, once.
class Forms {
 public:
  Forms(const Catalog& state, db::Scratch& scratch) : state_(state), scratch_(scratch) {}

  [[nodiscard]] std::vector<std::string> of(const diff::Undecided& what, bool again) {
    std::vector<std::string> forms;
    add(state_, what, forms);
    if (!again) return forms;
    if (!tried_) again_ = entered_again(state_, scratch_);
    tried_ = true;
    if (again_) add(*again_, what, forms);
    return forms;
  }

 private:
  static void add(const Catalog& catalog, const diff::Undecided& what, std::vector<std::string>& forms) {
    if (const Object* object = catalog.find(what.id)) forms.push_back(field_value(*object, what.field));
  }

  const Catalog& state_;
  db::Scratch& scratch_;
  bool tried_ = false;
  std::optional<Catalog> again_;
};

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& form) { return std::find(b.begin(), b.end(), form) != b.end(); });
}

/// Makes every expression of one field sure.
void make_exact(Object& object, const std::string& field) {
  const auto exact = [](Expression& expression) { expression.certainty = Certainty::exact; };
  const ExpressionFinder<decltype(exact)> finder{exact};
  each_field(object, [&](std::string_view name, auto& value) {
    if (name == field) finder.find(value);
  });
}

/// True for a field with an expression that the server made from what it had made before of the author's words.
bool was_retyped(const Object& object, const std::string& field) {
  bool found = false;
  const auto note = [&](const Expression& expression) { found |= !expression.retyped.empty(); };
  const ExpressionFinder<decltype(note)> finder{note};
  each_field(object, [&](std::string_view name, const auto& value) {
    if (name == field) finder.find(value);
  });
  return found;
}

void add_references(Object& object, const Object& loaded, const Catalog& catalog) {
  for (const ObjectId& id : loaded.references)
    if (catalog.find(id) != nullptr) object.references.push_back(id);
  std::sort(object.references.begin(), object.references.end());
  object.references.erase(std::unique(object.references.begin(), object.references.end()), object.references.end());
}

void add_columns(Object& object, const Object& loaded) {
  const auto take = [&](auto& view) {
    if (const auto* known = std::get_if<std::remove_cvref_t<decltype(view)>>(&loaded.payload))
      view.columns = known->columns;
  };
  if (auto* view = std::get_if<View>(&object.payload)) take(*view);
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) take(*view);
}

}  // namespace

Settled settle(Catalog& from, Catalog& to, const Catalog& loaded, const std::vector<diff::Undecided>& undecided,
               db::Scratch& scratch) {
  Settled settled;
  const bool same_version = from.server_version / 10000 == loaded.server_version / 10000;
  Forms before(from, scratch);
  Forms after(loaded, scratch);
  for (const diff::Undecided& what : undecided) {
    Object* mine = to.find(what.id);
    Object* theirs = from.find(what.id);
    const Object* known = loaded.find(what.id);
    if (mine == nullptr || theirs == nullptr || known == nullptr) {
      settled.open.push_back(what);
      continue;
    }
    bool same = meet(before.of(what, !same_version), after.of(what, false));
    if (!same) same = meet(before.of(what, true), after.of(what, true));
    make_exact(*theirs, what.field);
    make_exact(*mine, what.field);
    // The text is what a server made of the same words; the words of a retyped expression would make another state.
    if (same)
      copy_field(*mine, *theirs, what.field);
    else if (was_retyped(*mine, what.field))
      copy_field(*mine, *known, what.field);
    add_references(*mine, *known, to);
    add_columns(*mine, *known);
    ++(same ? settled.same : settled.different);
  }
  return settled;
}

Result<Settled> settle(Catalog& from, Catalog& to, const std::vector<parse::Script>& scripts,
                       const std::vector<diff::Undecided>& undecided, db::Scratch& scratch) {
  Diagnostics notes;
  Result<Catalog> loaded = load_scripts(scripts, scope_of(to), from.current_user, scratch, notes);
  if (!loaded) return loaded.error();
  Settled settled = settle(from, to, *loaded, undecided, scratch);
  settled.notes = std::move(notes);
  return settled;
}

}  // namespace trueup::verify
