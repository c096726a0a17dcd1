package io.understudy.agent.option;

import static io.understudy.agent.option.Role.AUTO;
import static io.understudy.agent.option.Role.BACKUP;
import static io.understudy.agent.option.Role.OFF;
import static io.understudy.agent.option.Role.PRIMARY;
import static io.understudy.agent.option.Role.RECORD;
import static io.understudy.agent.option.Role.REPLAY;

/**
 * The table of options. Parsing, {@code --help} and the documentation read it; nothing else lists
 * options.
 */
public enum Option {
  ROLE(
      "primary|backup|auto|record|replay|off",
      null,
      "what this JVM does; required",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY,
      OFF),
  LISTEN(
      "HOST:PORT",
      null,
      "where a backup joins; a backup opens it once it has taken over",
      PRIMARY,
      BACKUP,
      AUTO),
  PEER("HOST:PORT", null, "the primary's listen address", BACKUP, AUTO),
  WAIT("1..86400", "60", "seconds a backup looks for its primary before it gives up", BACKUP, AUTO),
  JOURNAL(
      "DIR",
      null,
      "directory of the log's segments; created if missing, but for a replay",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  NETCTL(
      "SOCKET",
      null,
      "unix socket of this node's netctl; without it no service address is moved",
      PRIMARY,
      BACKUP,
      AUTO),
  COMMIT(
      "backup|none",
      "backup",
      "when an output leaves: once the backup has its log, or at once",
      PRIMARY,
      BACKUP,
      AUTO),
  INSECURE(
      "true|false",
      "false",
      "allow a cleartext link that is not on loopback",
      PRIMARY,
      BACKUP,
      AUTO),
  NAME("NAME", "node", "this node's name in messages", PRIMARY, BACKUP, AUTO, RECORD, REPLAY),
  CLUSTER(
      "NAME",
      "understudy",
      "the pair's name; both nodes must say the same",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  BATCH(
      "1..1024",
      "32",
      "receives a thread makes before it gives up the turn",
      PRIMARY,
      AUTO,
      RECORD),
  INPUT(
      "PATH[:PATH...]",
      null,
      "files that only the primary reads: the backup gets from the log what they say",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  OUTPUT(
      "PATH[:PATH...]",
      null,
      "files that only the node that speaks writes; the backup compares",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  LIBRARIES(
      "NAME[:NAME...]",
      null,
      "native libraries of the server that may be loaded: they take nothing from outside",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  TABLE(
      "FILE",
      null,
      "for diagnosis only: a changed table of natives; both nodes must have the same",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  CACHE(
      "DIR",
      null,
      "directory that keeps woven classes for later starts, which take less time by it; only this"
          + " user may write there",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY),
  SITES(
      "true|false",
      "false",
      "for diagnosis only: notes where the program is at each record, which costs time, so that the"
          + " report of a divergence names the primary's code, too",
      PRIMARY,
      AUTO),
  UNTIL(
      "POSITION",
      null,
      "log position before which a replay stops and shows the stacks of all threads",
      REPLAY),
  CONFIG(
      "FILE",
      null,
      "file of option=value lines; every other source overrides it",
      PRIMARY,
      BACKUP,
      AUTO,
      RECORD,
      REPLAY,
      OFF);

  private final String form;
  private final String standard;
  private final String meaning;
  private final String roles; // their names, a blank on each side: enum fields are to be immutable

  Option(String form, String standard, String meaning, Role... roles) {
    this.form = form;
    this.standard = standard;
    this.meaning = meaning;
    StringBuilder names = new StringBuilder(" ");
    for (Role role : roles) {
      names.append(role.text()).append(' ');
    }
    this.roles = names.toString();
  }

  /** Name as an agent argument. */
  public String key() {
    return Texts.lowerCase(name());
  }

  /** Name of the system property. */
  public String property() {
    return "understudy." + key();
  }

  /** Name of the environment variable. */
  public String variable() {
    return "UNDERSTUDY_" + name();
  }

  /** Form of the value, for people. */
  public String form() {
    return form;
  }

  /** Value when no source gives one, or null. */
  public String standard() {
    return standard;
  }

  /** One line for help and documentation. */
  public String meaning() {
    return meaning;
  }

  /** True if the option means something in this role. */
  public boolean appliesTo(Role role) {
    return roles.contains(" " + role.text() + " ");
  }

  /** Option with this key, or null. */
  static Option named(String key) {
    for (Option option : values()) {
      if (option.key().equals(key)) {
        return option;
      }
    }
    return null;
  }
}
