package io.understudy.agent.jvmti;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.SymbolProvider;
import com.sun.jna.TypeMapper;
import java.util.HashMap;
import java.util.Map;

/**
 * A table of C function pointers (JNI's or JVMTI's) offered to JNA as a library, so that its
 * functions can be mapped directly to native methods of the same name.
 */
final class FunctionTable implements SymbolProvider {
  private final Pointer table;
  private final Map<String, Integer> slots;

  /**
   * @param table address of the first function pointer
   * @param slots index of each function, counted from 0, by name
   */
  FunctionTable(Pointer table, Map<String, Integer> slots) {
    this.table = table;
    this.slots = slots;
  }

  @Override
  public long getSymbolAddress(long handle, String name, SymbolProvider parent) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new UnsatisfiedLinkError(name + " is not in the function table");
    }
    return Pointer.nativeValue(table.getPointer((long) slot * Long.BYTES));
  }

  /**
   * The table as a library whose methods take and return Java objects as JNI handles.
   *
   * @param mapper further conversions, or null
   */
  NativeLibrary library(TypeMapper mapper) {
    Map<String, Object> options = new HashMap<>();
    options.put(Library.OPTION_ALLOW_OBJECTS, true);
    options.put(Library.OPTION_SYMBOL_PROVIDER, this);
    if (mapper != null) {
      options.put(Library.OPTION_TYPE_MAPPER, mapper);
    }
    return NativeLibrary.getProcess(options);
  }
}
