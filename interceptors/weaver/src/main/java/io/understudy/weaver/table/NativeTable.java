package io.understudy.weaver.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** All that is intercepted, as the table says it. Immutable. */
public final class NativeTable {
  private static final String RESOURCE = "natives.tbl";

  /** Ids that each module has for its own. */
  static final int IDS = 1024;

  private final TableParser parsed;

  private NativeTable(TableParser parsed) {
    this.parsed = parsed;
  }

  /** The table of the product. */
  public static NativeTable load() {
    try (InputStream in = NativeTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: the agent's jar is damaged");
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(r.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws TableException a line cannot be read
   */
  public static NativeTable parse(List<String> lines) {
    TableParser p = new TableParser();
    for (int i = 0; i < lines.size(); i++) {
      p.line(i + 1, lines.get(i));
    }
    return new NativeTable(p);
  }

  /** The first rule that speaks of this native, or null: then the agent refuses to start. */
  public Rule find(NativeMethod method) {
    return find(method.module(), method.owner(), method.name());
  }

  /** As {@link #find(NativeMethod)}, for one of java.base. */
  public Rule find(String owner, String method) {
    return find(NativeMethod.BASE, owner, method);
  }

  Rule find(String module, String owner, String method) {
    for (Rule r : rules(module)) {
      if (r.matches(owner, method)) {
        return r;
      }
    }
    return null;
  }

  /** Rules for natives of java.base, in the order of the table. */
  public List<Rule> rules() {
    return rules(NativeMethod.BASE);
  }

  /** Rules for natives of a module, in the order of the table; empty if it has no section. */
  public List<Rule> rules(String module) {
    return Collections.unmodifiableList(parsed.rules.getOrDefault(module, List.of()));
  }

  boolean hasModule(String module) {
    return parsed.rules.containsKey(module);
  }

  /** Modules that have a section, java.base first. */
  public List<String> modules() {
    return List.copyOf(parsed.rules.keySet());
  }

  /** The first id of a module's bridges. Those of a module are fewer than {@link #IDS}. */
  public int firstId(String module) {
    return modules().indexOf(module) * IDS;
  }

  /** The class that holds a module's bridges. */
  public String bridges(String module) {
    int i = modules().indexOf(module);
    return i == 0 ? Target.BRIDGES : Target.BRIDGES + "$Module" + i;
  }

  public List<SiteHook> siteHooks() {
    return List.copyOf(parsed.sites);
  }

  public List<MethodHook> methodHooks() {
    return List.copyOf(parsed.methods);
  }

  public List<ConstantRead> constants() {
    return List.copyOf(parsed.constants);
  }

  public List<Sequence> sequences() {
    return List.copyOf(parsed.sequences);
  }

  /** Callers in which sites of inputs that never block are left alone. */
  public List<String> skips() {
    return List.copyOf(parsed.skip);
  }

  boolean skips(String caller) {
    return Names.match(parsed.skip, caller);
  }
}
