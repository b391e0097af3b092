#pragma once

#include <map>
#include <set>
#include <vector>

#include "plan/fate.h"
#include "plan/graph.h"

namespace trueup::plan {

/// Where an object's statements stand in the graph.
struct Places {
  std::vector<NodeIndex> detach;   ///< its default taken off
  std::vector<NodeIndex> drop;     ///< taken down or away (a type under columns: renamed aside)
  std::vector<NodeIndex> make;     ///< created, or altered in place
  std::vector<NodeIndex> late;     ///< its statements with needs of their own
  std::vector<NodeIndex> discard;  ///< the renamed type dropped
};

/// The graph of a plan and the places of every object in it. Covered objects share their cover's places.
struct Draft {
  Graph graph;
  std::map<ObjectId, Places> places;
};

/// True for a column whose default calls a routine of the catalog: it can be set after the table is made.
[[nodiscard]] bool default_calls_routine(const Object& column);

/// Makes the nodes: every statement the fates ask for. Tables in `bare_tables` are created without those of their
/// defaults that call routines; the defaults follow as statements of their own (how a cycle is cut).
[[nodiscard]] Draft make_nodes(const Ends& ends, const Fates& fates, const std::set<ObjectId>& bare_tables);

/// Adds every edge: what definitions need on both ends, names that are used again, wishes from routine bodies.
void add_edges(const Ends& ends, const Fates& fates, Draft& draft);

/// An event trigger is switched off before every other statement, and on after it: it would fire for the plan's own.
void add_event_trigger_edges(const Ends& ends, const Fates& fates, Draft& draft);

/// Wishes: a routine is made after the objects that its body mentions by name.
void add_body_edges(const Ends& ends, const Fates& fates, Draft& draft);

/// A routine that the server cannot check while it is made: its body names something that comes later, because no
/// order could put it before, or something that only a search_path would find. nullopt when there is none.
[[nodiscard]] std::optional<ObjectId> routine_checked_later(const Ends& ends, const Draft& draft,
                                                            const std::vector<NodeIndex>& order);

}  // namespace trueup::plan
