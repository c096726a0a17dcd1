package io.understudy.weaver.table;

import java.util.List;

/**
 * Call sites of a method that is not native, or whose receiver's class need not be named ({@code S}
 * lines).
 *
 * @param anyOwner the method cannot be anybody else's: sites match whatever class they name
 * @param target takes receiver and arguments
 * @param special instead of {@code target} for calls by super of {@code owner}; may be null, then
 *     {@code target}
 * @param within the JDK's own callers that count; empty = all. Application classes always count
 * @param not classes that override the method and cannot be extended: sites that name them are left
 */
public record SiteHook(
    String owner,
    String name,
    String desc,
    boolean anyOwner,
    Target target,
    Target special,
    List<String> within,
    List<String> not) {

  public SiteHook {
    within = List.copyOf(within);
    not = List.copyOf(not);
  }

  boolean appliesIn(String caller, boolean jdk) {
    return !jdk || within.isEmpty() || Names.match(within, caller);
  }

  boolean spares(String named) {
    return not.contains(named);
  }
}
