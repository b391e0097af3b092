#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "ddl/rules.h"
#include "diff/compare.h"
#include "model/object_id.h"

namespace trueup::plan {

/// What is ordered: statements of one object that run one after the other.
struct Node {
  ObjectId subject;
  diff::Change change = diff::Change::alter;
  ddl::Statements statements;
  int phase = 1;   ///< 0 taken down first, 1 made and changed, 2 taken away last: where nothing else decides
  int weight = 0;  ///< within the phase
};

using NodeIndex = std::size_t;

/// Nodes and what must come before what.
class Graph {
 public:
  NodeIndex add(Node node);

  /// `first` runs before `second`. A soft edge is a wish: it gives way where no order would exist.
  void edge(NodeIndex first, NodeIndex second, bool soft = false);

  [[nodiscard]] const Node& operator[](NodeIndex i) const { return nodes_[i]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  /// The nodes of which a wish was not granted: something they wanted before them stands after them in `order`.
  [[nodiscard]] std::set<NodeIndex> disappointed(const std::vector<NodeIndex>& order) const;

  /// Every node, each after what it needs; ties fall to phase, weight, id.
  /// Fails with a cycle's members when hard edges leave no order; `cycle` then holds its nodes.
  [[nodiscard]] Result<std::vector<NodeIndex>> order(std::vector<NodeIndex>* cycle) const;

 private:
  struct Edge {
    NodeIndex to;
    bool soft;
  };
  [[nodiscard]] std::vector<NodeIndex> find_cycle(const std::vector<bool>& done) const;

  std::vector<Node> nodes_;
  std::vector<std::vector<Edge>> edges_;
};

}  // namespace trueup::plan
