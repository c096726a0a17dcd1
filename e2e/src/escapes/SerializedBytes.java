import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Serial form and version ids of classes and lambdas. */
public final class SerializedBytes {

  @SuppressWarnings("serial")
  static final class Mine implements Serializable {
    int value;

    void act() {}
  }

  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(List.of(new Date(), UUID.randomUUID())));
      out.writeObject((Supplier<Date> & Serializable) Date::new);
    }
    System.out.println(HexFormat.of().formatHex(bytes.toByteArray()));
    System.out.println(ObjectStreamClass.lookup(Mine.class).getSerialVersionUID());
  }
}
