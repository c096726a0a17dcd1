package io.understudy.agent.jvmti;

import com.sun.jna.Function;
import com.sun.jna.JNIEnv;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;

/** The three JNI functions we call; slots as in {@code jni.h}, struct JNINativeInterface_. */
final class Jni {
  private static final int GET_JAVA_VM = 219;
  private static final Map<String, Integer> SLOTS =
      Map.of("NewLocalRef", 25, "MonitorEnter", 217, "MonitorExit", 218);
  private static final Map<String, Object> OBJECTS = Map.of(Library.OPTION_ALLOW_OBJECTS, true);

  private Jni() {}

  /** The object behind a JNI handle that is valid in the calling native frame. */
  static native Object NewLocalRef(JNIEnv env, long handle);

  static native int MonitorEnter(JNIEnv env, Object monitor);

  static native int MonitorExit(JNIEnv env, Object monitor);

  /** Binds the native methods and returns the {@code JavaVM*} of this process. */
  static Pointer bind() {
    // JNI_GetCreatedJavaVMs knows no VM yet while premain runs. JNA hands its JNIEnv* to any
    // function that is given JNIEnv.CURRENT; labs() hands it back.
    Function identity = NativeLibrary.getProcess().getFunction("labs");
    Pointer env =
        new Pointer((Long) identity.invoke(Long.class, new Object[] {JNIEnv.CURRENT}, OBJECTS));
    Pointer table = env.getPointer(0);
    Native.register(Jni.class, new FunctionTable(table, SLOTS).library(null));
    PointerByReference vm = new PointerByReference();
    Function getJavaVm = Function.getFunction(table.getPointer((long) GET_JAVA_VM * Long.BYTES));
    Object error = getJavaVm.invoke(Integer.class, new Object[] {JNIEnv.CURRENT, vm}, OBJECTS);
    JvmtiException.check("GetJavaVM", (Integer) error);
    return vm.getValue();
  }
}
