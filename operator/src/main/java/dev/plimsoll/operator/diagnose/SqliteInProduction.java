package dev.plimsoll.operator.diagnose;

import dev.plimsoll.operator.diagnose.manifest.Variable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A variable makes SQLite the database. */
final class SqliteInProduction implements Diagnostic {
  private static final Pattern ADDRESS =
      Pattern.compile("(jdbc:|db\\+)?(sqlite3?|spatialite)(\\+\\w+)?:.*", Pattern.DOTALL);
  private static final Set<String> ENGINES =
      Set.of("sqlite", "sqlite3", "better-sqlite3", "django.db.backends.sqlite3");
  private static final Set<String> DATABASE = Set.of("DB", "DATABASE");
  private static final Set<String> TEST = Set.of("TEST", "TESTS", "TESTING");
  private static final Reference REFERENCE =
      Reference.warning(
          SqliteInProduction.class,
          "a variable whose value is an SQLite address, or that names SQLite as the database engine",
          "point it at a database server, such as PostgreSQL");

  @Override
  public Reference reference() {
    return REFERENCE;
  }

  @Override
  public List<Finding> examine(Surroundings surroundings) {
    return surroundings.findings(
        REFERENCE,
        SqliteInProduction::namesSqlite,
        "%s: %s makes SQLite the database, whose page caches lie in this container's memory, once per connection, and whose writers wait for each other. Point it at a database server, such as PostgreSQL.");
  }

  private static boolean namesSqlite(Variable variable) {
    boolean isEngine = variable.hasWord(DATABASE) && ENGINES.contains(variable.plainValue());
    return !variable.hasWord(TEST)
        && (isEngine || ADDRESS.matcher(variable.plainValue()).matches());
  }
}
