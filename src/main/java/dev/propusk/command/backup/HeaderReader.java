package dev.propusk.command.backup;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Remembers the beginning of a dump while it is read. */
final class HeaderReader extends FilterInputStream {
    private static final int ENOUGH = 16 << 10;

    private final ByteArrayOutputStream begin = new ByteArrayOutputStream();

    HeaderReader(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0 && begin.size() < ENOUGH) {
            begin.write(bytes, from, Math.min(read, ENOUGH));
        }
        return read;
    }

    DumpHeader header() {
        return DumpHeader.in(begin.toString(StandardCharsets.UTF_8));
    }
}
