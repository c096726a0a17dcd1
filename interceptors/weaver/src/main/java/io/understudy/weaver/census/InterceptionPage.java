package io.understudy.weaver.census;

import io.understudy.weaver.table.ConstantRead;
import io.understudy.weaver.table.Kind;
import io.understudy.weaver.table.MethodHook;
import io.understudy.weaver.table.NativeMethod;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.Rule;
import io.understudy.weaver.table.Sequence;
import io.understudy.weaver.table.SiteHook;
import io.understudy.weaver.table.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generates {@code docs/INTERCEPTION.md}: a part about the table, and one section for each JDK that
 * only a run on that JDK renews.
 */
public final class InterceptionPage {
  private static final String SECTION = "## JDK ";

  /** So many callers are named. */
  private static final int NAMED = 3;

  private final NativeTable table;
  private final StringBuilder out = new StringBuilder();

  private InterceptionPage(NativeTable table) {
    this.table = table;
  }

  /** Renews the page at the given path for the running JDK. */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    Map<String, String> sections = new TreeMap<>();
    if (Files.exists(page)) {
      sections.putAll(sections(Files.readString(page)));
    }
    NativeTable table = NativeTable.load();
    sections.put(runningTitle(), section(table, Census.take()));
    StringBuilder whole = new StringBuilder(head(table));
    sections.forEach((title, text) -> whole.append(title).append('\n').append(text));
    Files.writeString(page, whole.toString());
  }

  /** Heading of the running JDK's section. */
  static String runningTitle() {
    return SECTION + Runtime.version().feature();
  }

  /** Sections of a page by heading. */
  static Map<String, String> sections(String page) {
    Map<String, String> found = new TreeMap<>();
    int at = page.indexOf("\n" + SECTION);
    while (at >= 0) {
      int next = page.indexOf("\n" + SECTION, at + 1);
      int line = page.indexOf('\n', at + 1);
      found.put(
          page.substring(at + 1, line),
          page.substring(line + 1, next < 0 ? page.length() : next + 1));
      at = next;
    }
    return found;
  }

  /** The part that does not depend on the JDK. */
  static String head(NativeTable table) {
    InterceptionPage p = new InterceptionPage(table);
    p.kinds();
    p.hooks();
    return p.out.toString();
  }

  /** What the table makes of each native of a JDK. */
  static String section(NativeTable table, List<NativeMethod> natives) {
    InterceptionPage p = new InterceptionPage(table);
    CallSites sites = CallSites.of(natives);
    p.counts(natives);
    Map<String, List<NativeMethod>> modules = new TreeMap<>();
    for (NativeMethod n : natives) {
      modules.computeIfAbsent(n.module(), m -> new ArrayList<>()).add(n);
    }
    modules.forEach((module, of) -> p.natives(module, of, sites));
    return p.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void kinds() {
    line("# What Understudy intercepts");
    line("");
    line("Generated from `natives.tbl` and checked by a test; do not edit. A JVM learns of the");
    line(
        "outside world only through native methods, so each native of each module has a rule, and a");
    line("native without one refuses to start. To renew, run on each JDK:");
    line(
        "`java --add-exports java.base/jdk.internal.misc=ALL-UNNAMED -cp WEAVER:ENGINE:BYTE-BUDDY io.understudy.weaver.census.InterceptionPage PAGE`");
    line("");
    line("| kind | meaning |");
    line("|---|---|");
    for (Kind k : Kind.values()) {
      line("| " + k.letter() + " | " + k.meaning() + " |");
    }
    line("");
  }

  private void hooks() {
    line("## Beside natives");
    line("");
    line("| what | treated by |");
    line("|---|---|");
    for (SiteHook h : table.siteHooks()) {
      String in = h.within().isEmpty() ? "" : " (in the JDK only in " + list(h.within()) + ")";
      line("| calls of " + code(h.owner() + "." + h.name() + h.desc()) + in + target(h.target()));
    }
    for (MethodHook h : table.methodHooks()) {
      String point = h.point().name().toLowerCase(Locale.ROOT);
      String method = code(h.owner() + "." + h.name() + h.desc());
      line("| " + method + ", " + point + target(h.target()));
    }
    for (ConstantRead c : table.constants()) {
      line("| reads of " + code(c.owner() + "." + c.field()) + target(c.target()));
    }
    for (Sequence q : table.sequences()) {
      line("| numbers of " + code(q.owner() + "." + q.name()) + " | a second copy |");
    }
    line("");
    line("Left alone in these callers (kind N): " + list(table.skips()));
    line("");
  }

  private static String target(Object target) {
    String text = target.toString().replace("io/understudy/engine/", "");
    return " | " + code(text.substring(0, text.indexOf('('))) + " |";
  }

  private void counts(List<NativeMethod> natives) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (NativeMethod n : natives) {
      counts.merge(table.find(n).kind(), 1, Integer::sum);
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((k, n) -> text.append(' ').append(k.letter()).append(' ').append(n).append(','));
    line("");
    line(natives.size() + " natives:" + text.substring(0, text.length() - 1) + ".");
    line("");
  }

  private record Row(String owner, Rule rule, List<String> callers) {}

  private void natives(String module, List<NativeMethod> natives, CallSites sites) {
    Map<Row, Set<String>> rows = new LinkedHashMap<>();
    for (NativeMethod n : natives) {
      Row row = new Row(n.owner(), table.find(n), sites.callers(n));
      rows.computeIfAbsent(row, r -> new LinkedHashSet<>()).add(n.name());
    }
    line("### " + module);
    line("");
    line("| class | natives | kind | treated by | called by |");
    line("|---|---|---|---|---|");
    rows.forEach(
        (row, names) ->
            line(
                "| "
                    + code(row.owner)
                    + " | "
                    + list(names)
                    + " | "
                    + row.rule.kind().letter()
                    + " | "
                    + treatment(row.rule)
                    + " | "
                    + callers(row)
                    + " |"));
    for (Rule r : table.rules(module)) {
      if (r.spec(Spec.Type.JAVA) != null) {
        String called = list(r.classes()) + " | " + list(new TreeSet<>(r.methods()));
        line("| " + called + " | " + r.kind().letter() + " | " + treatment(r) + " | the module |");
      }
    }
    line("");
  }

  /** The class itself, then others by name while they are few. */
  private static String callers(Row row) {
    List<String> others = new ArrayList<>(row.callers);
    String itself = others.remove(row.owner) ? "itself" : "";
    if (others.isEmpty()) {
      return itself;
    }
    String shown = list(others.subList(0, Math.min(others.size(), NAMED)));
    int more = others.size() - NAMED;
    return (itself.isEmpty() ? "" : itself + ", ")
        + shown
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String treatment(Rule rule) {
    if (rule.hooked()) {
      return code(rule.spec(Spec.Type.HOOK).detail().replaceAll("\\(.*", ""));
    }
    if (!rule.bridged()) {
      return "";
    }
    StringBuilder specs = new StringBuilder("bridge");
    rule.specs().forEach(s -> specs.append(' ').append(code(s.toString())));
    return specs.toString();
  }

  private static String list(Iterable<String> names) {
    StringBuilder b = new StringBuilder();
    for (String n : names) {
      b.append(b.length() == 0 ? "" : ", ").append(code(n));
    }
    return b.toString();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
