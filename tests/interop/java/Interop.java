import java.sql.Connection;
import java.sql.DriverManager;
import java.nio.file.Path;

/** Runs Flyway's and Liquibase's libraries as their command lines would. Usage: Interop flyway|liquibase URL DIR */
public class Interop {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("flyway")) {
      var configuration = org.flywaydb.core.Flyway.configure()
          .dataSource(args[1], "postgres", "")
          .locations("filesystem:" + args[2]);
      // Else Flyway holds its lock in a transaction, which a concurrent index build waits for without end.
      configuration.getConfigurationExtension(org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension.class)
          .setTransactionalLock(false);
      configuration.load().migrate();
    } else {
      try (Connection connection = DriverManager.getConnection(args[1], "postgres", "")) {
        var database = liquibase.database.DatabaseFactory.getInstance().findCorrectDatabaseImplementation(
            new liquibase.database.jvm.JdbcConnection(connection));
        var files = new liquibase.resource.DirectoryResourceAccessor(Path.of(args[2]));
        new liquibase.Liquibase("changelog.yaml", files, database).update("");
      }
    }
  }
}
