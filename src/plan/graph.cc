#include "plan/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace trueup::plan {

NodeIndex Graph::add(Node node) {
  nodes_.push_back(std::move(node));
  edges_.emplace_back();
  return nodes_.size() - 1;
}

void Graph::edge(NodeIndex first, NodeIndex second, bool soft) {
  if (first != second) edges_[first].push_back({.to = second, .soft = soft});
}

std::set<NodeIndex> Graph::disappointed(const std::vector<NodeIndex>& order) const {
  std::vector<std::size_t> rank(size());
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::set<NodeIndex> found;
  for (NodeIndex from = 0; from < size(); ++from)
    for (const Edge& edge : edges_[from])
      if (edge.soft && rank[from] > rank[edge.to]) found.insert(edge.to);
  return found;
}

Result<std::vector<NodeIndex>> Graph::order(std::vector<NodeIndex>* cycle) const {
  const auto rank = [&](NodeIndex i) {
    const Node& node = nodes_[i];
    return std::tuple<int, int, const ObjectId&, NodeIndex>(node.phase, node.weight, node.subject, i);
  };
  const auto before = [&](NodeIndex a, NodeIndex b) { return rank(a) < rank(b); };
  std::vector<int> hard(size(), 0);
  std::vector<int> soft(size(), 0);
  for (const auto& edges : edges_)
    for (const Edge& edge : edges) ++(edge.soft ? soft : hard)[edge.to];

  std::set<NodeIndex, decltype(before)> free(before);     // nothing before them is left
  std::set<NodeIndex, decltype(before)> wishful(before);  // only wishes are left
  const auto place = [&](NodeIndex i) {
    if (hard[i] == 0) (soft[i] == 0 ? free : wishful).insert(i);
  };
  for (NodeIndex i = 0; i < size(); ++i) place(i);

  std::vector<NodeIndex> order;
  std::vector<bool> done(size(), false);
  while (!free.empty() || !wishful.empty()) {
    auto& source = free.empty() ? wishful : free;
    const NodeIndex next = *source.begin();
    source.erase(source.begin());
    done[next] = true;
    order.push_back(next);
    for (const Edge& edge : edges_[next]) {
      if (done[edge.to]) continue;
      wishful.erase(edge.to);
      --(edge.soft ? soft : hard)[edge.to];
      place(edge.to);
    }
  }
  if (order.size() == size()) return order;

  *cycle = find_cycle(done);
  std::string members;
  for (const NodeIndex i : *cycle)
    members += fmt::format("{}{}", members.empty() ? "" : " → ", to_string(nodes_[i].subject));
  return Error{.message = fmt::format("no order exists for these changes, each needs the next: {}", members),
               .hint = "split the change into two steps, so that one of them no longer needs the other"};
}

std::vector<NodeIndex> Graph::find_cycle(const std::vector<bool>& done) const {
  // Every node left has a hard predecessor that is left, too: walking backwards must meet itself.
  std::vector<NodeIndex> predecessor(size(), 0);
  for (NodeIndex i = 0; i < size(); ++i)
    for (const Edge& edge : edges_[i])
      if (!done[i] && !edge.soft) predecessor[edge.to] = i;
  NodeIndex at = static_cast<NodeIndex>(std::find(done.begin(), done.end(), false) - done.begin());
  std::vector<bool> seen(size(), false);
  for (; !seen[at]; at = predecessor[at]) seen[at] = true;
  std::vector<NodeIndex> cycle{at};
  for (NodeIndex i = predecessor[at]; i != at; i = predecessor[i]) cycle.push_back(i);
  return cycle;
}

}  // namespace trueup::plan
