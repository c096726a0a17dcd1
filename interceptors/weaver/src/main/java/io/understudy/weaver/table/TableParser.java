package io.understudy.weaver.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads the lines of {@code natives.tbl}; the header of that file is the description. */
final class TableParser {
  final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  final List<SiteHook> sites = new ArrayList<>();
  final List<MethodHook> methods = new ArrayList<>();
  final List<ConstantRead> constants = new ArrayList<>();
  final List<Sequence> sequences = new ArrayList<>();
  final List<String> skip = new ArrayList<>();

  /** Size of the arrays in the engine's {@code Counters}. */
  private static final int MAX_SEQUENCES = 64;

  private List<Rule> section = section(NativeMethod.BASE);

  private List<Rule> section(String module) {
    return rules.computeIfAbsent(module, m -> new ArrayList<>());
  }

  void line(int number, String text) {
    String line = text.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    List<String> words = words(line);
    try {
      dispatch(number, words);
    } catch (IllegalArgumentException e) {
      throw new TableException(number, text, e.getMessage());
    }
  }

  /** Without a regular expression: this runs in each start, cold. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (StringTokenizer t = new StringTokenizer(line); t.hasMoreTokens(); ) {
      words.add(t.nextToken());
    }
    return words;
  }

  private void dispatch(int number, List<String> words) {
    String first = words.get(0);
    need(words, first.equals("skip") || first.equals("module") ? 2 : 3);
    switch (first) {
      case "module" -> section = section(words.get(1));
      case "skip" -> skip.addAll(list(words.get(1)));
      case "S" -> site(words);
      case "M" -> method(words);
      case "C" -> constant(words);
      case "Q" -> sequence(words);
      default -> section.add(rule(number, words));
    }
  }

  private static Rule rule(int number, List<String> words) {
    Kind kind = Kind.of(words.get(0));
    if (kind == null) {
      throw new IllegalArgumentException(
          "unknown kind \"" + words.get(0) + "\"; the header of the table lists them");
    }
    List<Spec> specs = new ArrayList<>();
    for (String w : words.subList(3, words.size())) {
      specs.add(Spec.parse(w));
    }
    Set<String> methods = new LinkedHashSet<>(list(words.get(2)));
    return new Rule(kind, list(words.get(1)), methods, specs, number);
  }

  private void site(List<String> words) {
    need(words, 4);
    Member m = Member.method(words.get(2));
    boolean any = false;
    String special = null;
    String desc = "(Ljava/lang/Object;" + m.desc.substring(1);
    List<String> within = List.of();
    List<String> not = List.of();
    for (String w : words.subList(4, words.size())) {
      if (w.equals("any")) {
        any = true;
      } else if (w.equals("static")) {
        desc = m.desc;
      } else if (w.startsWith("special:")) {
        special = w.substring(8);
      } else if (w.startsWith("in:")) {
        within = list(w.substring(3));
      } else if (w.startsWith("not:")) {
        not = list(w.substring(4));
      } else {
        throw new IllegalArgumentException("unknown word \"" + w + "\" behind a call site");
      }
    }
    Target target = Target.engine(words.get(3), desc);
    Target bySuper = special == null ? null : Target.engine(special, desc);
    sites.add(new SiteHook(words.get(1), m.name, m.desc, any, target, bySuper, within, not));
  }

  private void method(List<String> words) {
    need(words, 4);
    Member m = Member.method(words.get(2));
    boolean isStatic = words.contains("static");
    for (String w : words.subList(3, words.size())) {
      if (w.equals("static")) {
        continue;
      }
      int colon = w.indexOf(':');
      MethodHook.Point point = null;
      for (MethodHook.Point p : MethodHook.Point.values()) {
        if (colon > 0 && p.word.equals(w.substring(0, colon))) {
          point = p;
        }
      }
      if (point == null) {
        throw new IllegalArgumentException("unknown point \"" + w + "\" in a method");
      }
      String receiver = isStatic ? "(" : "(L" + words.get(1) + ";";
      String args = m.desc.substring(1, m.desc.indexOf(')'));
      String result = m.desc.substring(m.desc.indexOf(')') + 1);
      String desc =
          switch (point) {
            case ENTER, LEAVE -> "()V";
            case REPLACE -> receiver + args + ")Z";
            case ANSWER -> receiver + args + ")[Ljava/lang/Object;";
            case FILTER -> receiver + args + result + ")" + result;
          };
      Target target = Target.engine(w.substring(colon + 1), desc);
      methods.add(new MethodHook(words.get(1), m.name, m.desc, point, target));
    }
  }

  private void constant(List<String> words) {
    need(words, 4);
    Member f = Member.field(words.get(2));
    Target target = Target.engine(words.get(3), "()" + f.desc);
    constants.add(new ConstantRead(words.get(1), f.name, f.desc, target));
  }

  private void sequence(List<String> words) {
    String text = words.get(2);
    Member m = text.indexOf('(') < 0 ? Member.field(text) : Member.method(text);
    long first = 0;
    for (String w : words.subList(3, words.size())) {
      if (!w.startsWith("first:")) {
        throw new IllegalArgumentException("unknown word \"" + w + "\" behind a sequence");
      }
      first = Long.parseLong(w.substring(6));
    }
    for (String owner : list(words.get(1))) {
      sequences.add(new Sequence(sequences.size(), owner, m.name, m.desc, first));
    }
    if (sequences.size() > MAX_SEQUENCES) {
      throw new IllegalArgumentException("more than " + MAX_SEQUENCES + " sequences");
    }
  }

  private record Member(String name, String desc) {
    static Member method(String text) {
      return split(text, '(', "name(arguments)result");
    }

    static Member field(String text) {
      Member m = split(text, ':', "name:type");
      return new Member(m.name, m.desc.substring(1));
    }

    private static Member split(String text, char at, String form) {
      int i = text.indexOf(at);
      if (i <= 0 || i == text.length() - 1) {
        throw new IllegalArgumentException("\"" + text + "\" is not of the form " + form);
      }
      return new Member(text.substring(0, i), text.substring(i));
    }
  }

  private static void need(List<String> words, int n) {
    if (words.size() < n) {
      throw new IllegalArgumentException("at least " + n + " words are needed");
    }
  }

  private static List<String> list(String commas) {
    List<String> names = Arrays.asList(commas.split(","));
    if (new HashSet<>(names).size() != names.size() || names.contains("")) {
      throw new IllegalArgumentException("empty or double name in \"" + commas + "\"");
    }
    return names;
  }
}
