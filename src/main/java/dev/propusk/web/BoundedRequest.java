package dev.propusk.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request of whose body nobody is given more than so many bytes, however long it says that it is. */
class BoundedRequest extends HttpServletRequestWrapper {
    private final InputStream body;
    private final int most;
    private @Nullable Counted stream;

    BoundedRequest(HttpServletRequest request, int most) throws IOException {
        this(request, request.getInputStream(), most);
    }

    /** With a body that was read already. */
    BoundedRequest(HttpServletRequest request, byte[] body) {
        this(request, new ByteArrayInputStream(body), body.length);
    }

    private BoundedRequest(HttpServletRequest request, InputStream body, int most) {
        super(request);
        this.body = body;
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (stream == null) {
            stream = new Counted();
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding, StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private final class Counted extends ServletInputStream {
        private int count;
        private boolean isAtEnd;

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? next : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = body.read(bytes, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws BodyTooLargeException {
            isAtEnd = read < 0;
            count += Math.max(0, read);
            if (count > most) {
                throw new BodyTooLargeException(most);
            }
        }

        @Override
        public boolean isFinished() {
            return isAtEnd;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read as they come");
        }
    }
}
