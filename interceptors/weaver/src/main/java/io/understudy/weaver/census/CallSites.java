package io.understudy.weaver.census;

import io.understudy.weaver.table.NativeMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Which classes of the image call which natives, by their constant pools (JVMS §4.4): a call, a
 * method reference and a constant method handle all stand there. A call that names a subclass of
 * the native's class counts for the class that it names.
 */
public final class CallSites {
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private final Set<String> natives = new HashSet<>();
  private final Map<String, Set<String>> callers = new HashMap<>();

  private CallSites() {}

  /** Walks the image, about 3 s. */
  public static CallSites of(List<NativeMethod> natives) {
    CallSites sites = new CallSites();
    natives.forEach(n -> sites.natives.add(n.label()));
    Census.forEachClass((module, bytes) -> sites.read(new ClassReader(bytes)));
    return sites;
  }

  /** Internal names of the classes that call a native, sorted. */
  List<String> callers(NativeMethod method) {
    return new ArrayList<>(callers.getOrDefault(method.label(), Set.of()));
  }

  private void read(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      if (tag == METHOD || tag == INTERFACE_METHOD) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        String called =
            reader.readClass(at, buffer)
                + "#"
                + reader.readUTF8(nameAndType, buffer)
                + reader.readUTF8(nameAndType + 2, buffer);
        if (natives.contains(called)) {
          callers.computeIfAbsent(called, k -> new TreeSet<>()).add(reader.getClassName());
        }
      }
    }
  }
}
