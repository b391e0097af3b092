#include "db/connection.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <thread>

#include "db/scratch.h"

namespace trueup::db {
namespace {

/// The embedded server of this test program.
Scratch& scratch() {
  static std::optional<Scratch> server;
  if (!server) {
    Result<Scratch> started = Scratch::start({});
    if (!started) throw std::runtime_error(started.error().message);
    server = std::move(*started);
  }
  return *server;
}

std::string server() { return scratch().superuser_target("template1"); }

class ConnectionTest : public testing::Test {
 protected:
  static Connection open() {
    Result<Connection> opened = Connection::open(server());
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }
  static std::string value(Connection& connection, std::string_view sql) {
    const Result<Rows> rows = connection.run(sql);
    return rows ? rows->text(0, 0) : "error: " + rows.error().message;
  }
};

TEST_F(ConnectionTest, GivesRowsAsTextAndNullAsNothing) {
  Connection connection = open();
  const Result<Rows> rows =
      connection.run("SELECT 42, NULL, 'née', true UNION ALL SELECT -1, 'x', '', false ORDER BY 1 DESC");
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->integer(0, 0), 42);
  EXPECT_EQ(rows->integer(1, 0), -1);
  EXPECT_FALSE(rows->at(0, 1).has_value());
  EXPECT_EQ(rows->text(0, 1), "");
  EXPECT_EQ(rows->at(1, 1), "x");
  EXPECT_EQ(rows->text(0, 2), "née");
  EXPECT_TRUE(rows->boolean(0, 3));
  EXPECT_FALSE(rows->boolean(1, 3));
}

TEST_F(ConnectionTest, RunsSeveralStatementsAndKeepsTheLastAnswer) {
  Connection connection = open();
  EXPECT_EQ(value(connection, "CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (7); SELECT a FROM t"), "7");
}

TEST_F(ConnectionTest, TransactionsAreTheCallers) {
  Connection connection = open();
  ASSERT_TRUE(connection.run("CREATE TEMP TABLE t (a int)").ok());
  ASSERT_TRUE(connection.run("BEGIN").ok());
  ASSERT_TRUE(connection.run("INSERT INTO t VALUES (1)").ok());
  EXPECT_FALSE(connection.run("SELECT 1/0").ok());
  ASSERT_TRUE(connection.run("ROLLBACK").ok());
  EXPECT_EQ(value(connection, "SELECT count(*) FROM t"), "0");
}

TEST_F(ConnectionTest, PinsWhatChangesTexts) {
  Connection connection = open();
  EXPECT_EQ(value(connection, "SHOW search_path"), "\"\"");
  EXPECT_EQ(value(connection, "SHOW DateStyle"), "ISO, MDY");
  EXPECT_EQ(value(connection, "SHOW IntervalStyle"), "postgres");
  EXPECT_EQ(value(connection, "SHOW TimeZone"), "UTC");
  EXPECT_EQ(value(connection, "SHOW extra_float_digits"), "1");
  EXPECT_EQ(value(connection, "SHOW quote_all_identifiers"), "off");
  EXPECT_EQ(value(connection, "SHOW client_encoding"), "UTF8");
  EXPECT_EQ(value(connection, "SHOW application_name"), "trueup");
}

TEST_F(ConnectionTest, FailuresKeepTheServersMessageAndHint) {
  Connection connection = open();
  const Result<Rows> rows = connection.run("SELECT relnam FROM pg_catalog.pg_class");
  ASSERT_FALSE(rows.ok());
  EXPECT_TRUE(rows.error().message.starts_with("column \"relnam\" does not exist")) << rows.error().message;
  EXPECT_NE(rows.error().hint.find("relname"), std::string::npos) << rows.error().hint;
  EXPECT_EQ(rows.error().message.find("HINT"), std::string::npos);
}

TEST_F(ConnectionTest, NoticesDoNotReachTheTerminal) {
  Connection connection = open();
  testing::internal::CaptureStderr();
  const Result<Rows> rows = connection.run("DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_TRUE(rows.ok());
}

TEST_F(ConnectionTest, ARefusedPrivilegeHasAHint) {
  Connection connection = open();
  ASSERT_TRUE(connection.run("SET ROLE pg_monitor").ok());
  const Result<Rows> rows = connection.run("SELECT rolpassword FROM pg_authid");
  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(rows.error().message, "permission denied for table pg_authid");
  EXPECT_NE(rows.error().hint.find("privilege"), std::string::npos) << rows.error().hint;
}

TEST_F(ConnectionTest, NeverReconnectsByItself) {
  Connection connection = open();
  Connection other = open();
  ASSERT_TRUE(other.run("SELECT pg_terminate_backend(" + std::to_string(connection.backend_pid()) + ")").ok());
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_FALSE(connection.run("SELECT 1").ok());
  EXPECT_FALSE(connection.run("SELECT 1").ok());
}

TEST_F(ConnectionTest, CancelsFromAnotherThread) {
  Connection connection = open();
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    connection.cancel();
  });
  const auto start = std::chrono::steady_clock::now();
  const Result<Rows> rows = connection.run("SELECT pg_sleep(20)");
  canceller.join();
  EXPECT_FALSE(rows.ok());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
  EXPECT_EQ(value(connection, "SELECT 1"), "1");
}

TEST_F(ConnectionTest, KnowsItsServer) {
  Connection connection = open();
  EXPECT_EQ(value(connection, "SHOW server_version_num"), std::to_string(connection.server_version()));
  EXPECT_EQ(value(connection, "SELECT pg_backend_pid()"), std::to_string(connection.backend_pid()));
}

TEST(Connection, FailuresToOpenHideThePassword) {
  const Result<Connection> opened = Connection::open("postgres://joe:hunter2@127.0.0.1:1/shop");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().message.find("hunter2"), std::string::npos) << opened.error().message;
  EXPECT_NE(opened.error().message.find("postgres://joe:***@127.0.0.1:1/shop"), std::string::npos);
  EXPECT_NE(opened.error().message.find("Connection refused"), std::string::npos) << opened.error().message;
  EXPECT_FALSE(opened.error().hint.empty());
}

TEST(Connection, AMissingSocketSaysWhatToDo) {
  const Result<Connection> opened = Connection::open("host=/nowhere dbname=shop");
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().hint.find("socket"), std::string::npos) << opened.error().message;
}

}  // namespace
}  // namespace trueup::db
