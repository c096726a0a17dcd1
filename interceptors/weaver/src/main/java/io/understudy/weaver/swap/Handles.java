package io.understudy.weaver.swap;

import io.understudy.weaver.table.Target;
import java.util.Arrays;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Swaps method handles among constants: method references, {@code ldc}, dynamic constants. */
final class Handles {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final int IMPLEMENTATION = 1;

  private final ClassSites sites;
  private final Changes changes;

  Handles(ClassSites sites, Changes changes) {
    this.sites = sites;
    this.changes = changes;
  }

  Object[] swap(Object[] constants) {
    Object[] swapped = constants.clone();
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = swap(swapped[i]);
    }
    return swapped;
  }

  Object swap(Object constant) {
    if (constant instanceof Handle handle) {
      return swap(handle);
    }
    if (constant instanceof ConstantDynamic dynamic) {
      return swap(dynamic);
    }
    return constant;
  }

  private Handle swap(Handle handle) {
    if (handle.getTag() < Opcodes.H_INVOKEVIRTUAL) {
      return handle; // a field
    }
    boolean special = handle.getTag() == Opcodes.H_INVOKESPECIAL;
    Target target =
        sites.call(
            special, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    if (target == null) {
      return handle;
    }
    changes.add();
    return new Handle(Opcodes.H_INVOKESTATIC, target.owner(), target.name(), target.desc(), false);
  }

  private ConstantDynamic swap(ConstantDynamic constant) {
    Object[] arguments = new Object[constant.getBootstrapMethodArgumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = constant.getBootstrapMethodArgument(i);
    }
    Object[] swapped = swap(arguments);
    return Arrays.equals(arguments, swapped)
        ? constant
        : new ConstantDynamic(
            constant.getName(), constant.getDescriptor(), constant.getBootstrapMethod(), swapped);
  }

  /**
   * Descriptor of an invokedynamic whose arguments were swapped. A bound receiver ({@code x::wait})
   * is captured with its own type; LambdaMetafactory lets a receiver be a subtype, but wants the
   * parameters of a static method captured with exactly their types.
   */
  static String captured(
      String descriptor, Handle bootstrap, Object[] arguments, Object[] swapped) {
    if (!bootstrap.getOwner().equals(LAMBDAS)
        || arguments.length <= IMPLEMENTATION
        || arguments[IMPLEMENTATION].equals(swapped[IMPLEMENTATION])) {
      return descriptor;
    }
    Type[] captured = Type.getArgumentTypes(descriptor);
    Type[] parameters = Type.getArgumentTypes(((Handle) swapped[IMPLEMENTATION]).getDesc());
    for (int i = 0; i < captured.length; i++) {
      captured[i] = parameters[i];
    }
    return Type.getMethodDescriptor(Type.getReturnType(descriptor), captured);
  }
}
