#include "plan/graph.h"

#include <gtest/gtest.h>

namespace trueup::plan {
namespace {

Node node(std::string name, int phase = 1, int weight = 0) {
  return {.subject = table_id("public", name), .phase = phase, .weight = weight};
}

std::vector<std::string> names(const Graph& graph, const std::vector<NodeIndex>& order) {
  std::vector<std::string> result;
  for (const NodeIndex i : order) result.push_back(graph[i].subject.name);
  return result;
}

using Names = std::vector<std::string>;

TEST(Graph, TiesFallToPhaseThenWeightThenId) {
  Graph graph;
  graph.add(node("c"));
  graph.add(node("b"));
  graph.add(node("late", 2));
  graph.add(node("heavy", 1, 5));
  graph.add(node("first", 0));
  std::vector<NodeIndex> cycle;
  EXPECT_EQ(names(graph, *graph.order(&cycle)), (Names{"first", "b", "c", "heavy", "late"}));
}

TEST(Graph, AnEdgeOverrulesEveryTie) {
  Graph graph;
  const NodeIndex a = graph.add(node("a", 0));
  const NodeIndex b = graph.add(node("b", 2));
  graph.edge(b, a);
  std::vector<NodeIndex> cycle;
  EXPECT_EQ(names(graph, *graph.order(&cycle)), (Names{"b", "a"}));
}

TEST(Graph, AWishGivesWayToAnEdge) {
  Graph graph;
  const NodeIndex a = graph.add(node("a"));
  const NodeIndex b = graph.add(node("b"));
  graph.edge(a, b, true);
  graph.edge(b, a, false);
  std::vector<NodeIndex> cycle;
  const auto order = graph.order(&cycle);
  ASSERT_TRUE(order.ok());
  EXPECT_EQ(names(graph, *order), (Names{"b", "a"}));
  EXPECT_EQ(graph.disappointed(*order), (std::set<NodeIndex>{b}));
}

TEST(Graph, ACycleNamesItsMembersAndNobodyElse) {
  Graph graph;
  const NodeIndex a = graph.add(node("a"));
  const NodeIndex b = graph.add(node("b"));
  const NodeIndex downstream = graph.add(node("downstream"));
  graph.edge(a, b);
  graph.edge(b, a);
  graph.edge(b, downstream);
  std::vector<NodeIndex> cycle;
  const auto order = graph.order(&cycle);
  ASSERT_FALSE(order.ok());
  EXPECT_EQ(cycle.size(), 2U);
  EXPECT_NE(order.error().message.find("table public.a"), std::string::npos);
  EXPECT_NE(order.error().message.find("table public.b"), std::string::npos);
  EXPECT_EQ(order.error().message.find("downstream"), std::string::npos);
}

}  // namespace
}  // namespace trueup::plan
