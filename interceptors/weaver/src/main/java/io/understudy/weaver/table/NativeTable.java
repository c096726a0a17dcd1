package io.understudy.weaver.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All that is intercepted, as the table says it. Immutable. */
public final class NativeTable {
  private static final String RESOURCE = "natives.tbl";

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
  public Rule find(String owner, String method) {
    for (Rule r : parsed.rules) {
      if (r.matches(owner, method)) {
        return r;
      }
    }
    return null;
  }

  /** Rules for natives, in the order of the table. */
  public List<Rule> rules() {
    return List.copyOf(parsed.rules);
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
