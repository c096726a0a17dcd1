import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** HashCode of records, lists and arrays that hold plain objects. */
public final class RecordHashes {

  public static void main(String[] args) throws Exception {
    record Pair(Object a, Object b) {}
    System.out.println(new Pair(new Object(), new int[0]).hashCode());
    System.out.println(List.of(new Object(), new Object()).hashCode());
    System.out.println(
        Objects.hash(new Object(), 1) + " " + Arrays.hashCode(new Object[] {new Object()}));
  }
}
