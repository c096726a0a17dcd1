package io.understudy.link.wire;

import io.understudy.link.message.Difference;
import io.understudy.link.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Words for what keeps two nodes apart. "Ours" is the primary that refuses. */
final class Refusals {
  private static final String ABSENT = "(none)";

  private Refusals() {}

  static Refusal of(String code, String name, String ours, String theirs, String remedy) {
    return refusal(code, List.of(difference(name, ours, theirs, remedy)));
  }

  static Refusal refusal(String code, List<Difference> differences) {
    return Refusal.newBuilder().setCode(code).addAllDifferences(differences).build();
  }

  /** Every name whose value differs. */
  static List<Difference> differences(Map<String, String> ours, Map<String, String> theirs) {
    SortedSet<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    List<Difference> result = new ArrayList<>();
    for (String name : names) {
      String a = ours.getOrDefault(name, ABSENT);
      String b = theirs.getOrDefault(name, ABSENT);
      if (!a.equals(b)) {
        result.add(difference(name, a, b, "make " + name + " the same on both nodes"));
      }
    }
    return result;
  }

  /** One line for each difference, as the backup's operator reads it. */
  static String describe(Refusal refusal) {
    StringBuilder text = new StringBuilder("the primary refuses this backup:");
    for (Difference d : refusal.getDifferencesList()) {
      text.append("\n  ").append(d.getName()).append(" differs: primary ").append(d.getOurs());
      text.append(", backup ").append(d.getTheirs()).append("; ").append(d.getRemedy());
    }
    return text.toString();
  }

  private static Difference difference(String name, String ours, String theirs, String remedy) {
    return Difference.newBuilder()
        .setName(name)
        .setOurs(ours)
        .setTheirs(theirs)
        .setRemedy(remedy)
        .build();
  }
}
