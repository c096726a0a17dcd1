package io.understudy.weaver.swap;

import io.understudy.engine.hook.NativeReplacements;
import io.understudy.weaver.table.SiteRules;
import io.understudy.weaver.table.Target;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

/** The table's answer for natives that are reached by reflection: the same as at a call site. */
public final class ReplacedNatives implements NativeReplacements {
  private final SiteRules.Caller table;
  private final Set<String> names;

  /** Asks as an application class would. */
  public ReplacedNatives(SiteRules rules) {
    table = rules.caller("reflection", false);
    names = rules.methodNames();
  }

  @Override
  public Method find(Class<?> owner, String name, Class<?>[] parameters) {
    if (!names.contains(name)) {
      return null;
    }
    Method method;
    try {
      method = owner.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
    Class<?> declaring = method.getDeclaringClass();
    if (declaring != Object.class && !Modifier.isNative(method.getModifiers())) {
      return null;
    }
    MethodType type = MethodType.methodType(method.getReturnType(), parameters);
    Target target =
        table.find(declaring.getName().replace('.', '/'), name, type.toMethodDescriptorString());
    return target == null ? null : resolve(target);
  }

  private static Method resolve(Target target) {
    try {
      Class<?> owner = Class.forName(target.owner().replace('/', '.'), true, null);
      MethodType type = MethodType.fromMethodDescriptorString(target.desc(), null);
      return owner.getMethod(target.name(), type.parameterArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(target + " is in the table but not in the engine", e);
    }
  }
}
