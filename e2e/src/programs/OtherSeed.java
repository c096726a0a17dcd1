import java.util.Arrays;

/**
 * Runs another program's main with the process id in place of its seed. With a table that lets the
 * process id through, its replay does something else than its recording.
 */
public final class OtherSeed {
  public static void main(String[] args) throws Exception {
    String[] others = Arrays.copyOfRange(args, 1, args.length);
    others[0] = "" + (ProcessHandle.current().pid() * 0x9e3779b97f4a7c15L >>> 16); // far apart
    Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) others);
  }
}
