package media

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// IsWhole reports whether the file of a picture of a format ends as it should: a
// picture that was cut off, as by a broken upload, has a good header. No pixel is
// decoded.
func IsWhole(format string, data []byte) bool {
	switch format {
	case "png":
		return isWholePNG(data)
	case "jpeg": // ITU-T T.81, B.1.1.3: the end of image; cameras write more behind it
		scan := bytes.Index(data, []byte{0xff, 0xda})
		return scan >= 0 && bytes.Contains(data[scan:], []byte{0xff, 0xd9})
	case "gif": // GIF89a, 27: the trailer
		return bytes.HasSuffix(bytes.TrimRight(data, "\x00\r\n"), []byte{0x3b})
	case "webp": // RIFF: the header says how much follows it
		return len(data) >= 8 && int64(len(data))-8 >= int64(binary.LittleEndian.Uint32(data[4:]))
	}
	return true
}

// isWholePNG follows the chunks of a PNG to the last one, each of which carries a
// checksum (PNG, third edition, 5.3).
func isWholePNG(data []byte) bool {
	const signature, frame = 8, 12
	for at := signature; at+frame <= len(data); {
		size := int64(binary.BigEndian.Uint32(data[at:]))
		if size > int64(len(data)-at-frame) {
			return false
		}
		body := data[at+4 : at+8+int(size)]
		if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(data[at+8+int(size):]) {
			return false
		}
		if string(body[:4]) == "IEND" {
			return true
		}
		at += frame + int(size)
	}
	return false
}

// IsDocument reports whether a file that readers download is at least what its
// extension says: empty files, pages saved in place of documents and uploads that
// broke off are not. Formats that are not known pass.
func IsDocument(format string, data []byte) bool {
	if len(data) == 0 {
		return false
	}
	switch format {
	case "pdf": // ISO 32000-1, 7.5.2 and 7.5.5; readers look for both in a kilobyte
		const near = 1024
		return bytes.Contains(data[:min(near, len(data))], []byte("%PDF-")) &&
			bytes.Contains(data[max(0, len(data)-near):], []byte("%%EOF"))
	case "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub": // APPNOTE 4.3.16: the end of the directory
		const near = 1<<16 + 22
		return bytes.HasPrefix(data, []byte("PK")) && bytes.Contains(data[max(0, len(data)-near):], []byte("PK\x05\x06"))
	}
	return true
}

// IsActive reports whether a browser that opens a file with this extension may run
// what is in it. A drawing is not among them: SVG is judged by what it holds.
func IsActive(format string) bool {
	switch format {
	case "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "hta", "js", "mjs", "cjs", "wasm",
		"xml", "xsl", "xslt", "svgz", "swf", "php", "exe", "bat", "cmd", "com", "scr", "vbs", "ps1", "jar", "msi", "lnk":
		return true
	}
	return false
}
