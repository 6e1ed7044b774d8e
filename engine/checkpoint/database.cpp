// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/database.h"

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <system_error>
#include <utility>

#include <sqlite3.h>

#include "checkpoint/durable_file.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr int kWaitMilliseconds = 5000;
constexpr int kLongestValue = 64'000'000;

/// A folder of our own outside the run; gone at the end of the scope.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "neurarium-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw storageError(pattern, errno, 0);
        m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::filesystem::path journalOf(const std::filesystem::path& path) {
    return path.string() + "-journal";
}

/// The errno value that describes a result of SQLite best; 0 when it was not the disk's fault.
int diskReason(int code, int systemReason) {
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return systemReason == EFBIG || systemReason == EDQUOT ? systemReason : ENOSPC;
    case SQLITE_READONLY:
        return code == SQLITE_READONLY_DBMOVED ? ENOENT : EACCES;
    case SQLITE_PERM:
        return EACCES;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return systemReason == 0 ? EIO : systemReason;
    case SQLITE_BUSY:
        return EBUSY;
    default:
        return 0;
    }
}

} // namespace

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Database::Handle Database::openAt(const std::filesystem::path& path, int flags) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Handle handle(opened);
    if (code != SQLITE_OK || !handle)
        return nullptr;
    // The file may come from anybody: nothing in its schema is trusted, nothing in it can be huge.
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_busy_timeout(opened, kWaitMilliseconds);
    return handle;
}

Database::Database(const std::filesystem::path& path, Mode mode)
    : m_path(path) {
    if (mode == Mode::ReadOnly) {
        openReadOnly();
        return;
    }
    m_handle = openAt(path, SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0));
    if (!m_handle)
        throw storageError(path, errno == 0 ? EIO : errno, 0);
    // A deleted journal leaves one file at rest, which may be copied; EXTRA makes its removal last, too.
    run("PRAGMA journal_mode=DELETE");
    run("PRAGMA synchronous=EXTRA");
}

Database::~Database() = default;

void Database::openReadOnly() {
    m_handle = openAt(m_path, SQLITE_OPEN_READONLY);
    const int code = m_handle ? sqlite3_exec(m_handle.get(), "SELECT count(*) FROM sqlite_schema", nullptr,
                                             nullptr, nullptr)
                              : SQLITE_CANTOPEN;
    if (code != SQLITE_OK && std::filesystem::exists(journalOf(m_path)))
        copyAndRecover();
    else
        check(code);
}

void Database::copyAndRecover() {
    const TemporaryFolder folder;
    const std::filesystem::path copy = folder.path() / m_path.filename();
    std::error_code failed;
    std::filesystem::copy_file(m_path, copy, failed);
    if (!failed)
        std::filesystem::copy_file(journalOf(m_path), journalOf(copy), failed);
    if (failed)
        throw storageError(copy, failed.value(), 0);
    std::filesystem::permissions(copy, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);

    const Handle recovered = openAt(copy, SQLITE_OPEN_READWRITE);
    m_handle = openAt(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!recovered || !m_handle)
        throw storageError(copy, EIO, 0);
    sqlite3_backup* backup = sqlite3_backup_init(m_handle.get(), "main", recovered.get(), "main");
    check(backup == nullptr ? SQLITE_ERROR : SQLITE_OK);
    sqlite3_backup_step(backup, -1);
    check(sqlite3_backup_finish(backup));
}

void Database::run(const std::string& sql) {
    check(sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_handle.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr));
    return {*this, statement};
}

void Database::check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        fail(code);
}

void Database::fail(int code) const {
    const int reason = diskReason(code, m_handle ? sqlite3_system_errno(m_handle.get()) : 0);
    if (reason != 0)
        throw storageError(m_path, reason, m_expected);
    if ((code & 0xFF) == SQLITE_NOMEM)
        throw std::bad_alloc();
    const std::string found = m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code);
    throw Error(ProblemKind::DamagedFile, m_path.string(),
                explain("Problem", "the history of this run cannot be read: %1", {found}),
                explain("Problem", "neurarium-cli repair builds it anew from the checkpoints"));
}

Statement::Statement(const Database& database, sqlite3_stmt* handle)
    : m_database(database)
    , m_handle(handle) {}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_handle(std::exchange(other.m_handle, nullptr)) {}

Statement::~Statement() {
    sqlite3_finalize(m_handle);
}

Statement& Statement::bind(std::int64_t number) {
    m_database.check(sqlite3_bind_int64(m_handle, ++m_parameter, number));
    return *this;
}

Statement& Statement::bind(double number) {
    if (std::isnan(number))
        return bind(std::string("nan"));
    m_database.check(sqlite3_bind_double(m_handle, ++m_parameter, number));
    return *this;
}

Statement& Statement::bind(const std::optional<double>& number) {
    if (number)
        return bind(*number);
    m_database.check(sqlite3_bind_null(m_handle, ++m_parameter));
    return *this;
}

Statement& Statement::bind(const std::string& text) {
    m_database.check(sqlite3_bind_text(m_handle, ++m_parameter, text.data(), static_cast<int>(text.size()),
                                       SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(std::span<const std::uint8_t> blob) {
    m_database.check(
        sqlite3_bind_blob64(m_handle, ++m_parameter, blob.data(), blob.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::next() {
    const int code = sqlite3_step(m_handle);
    m_database.check(code);
    m_column = 0;
    return code == SQLITE_ROW;
}

void Statement::finish() {
    while (next()) {
    }
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_parameter = 0;
}

std::int64_t Statement::integer() {
    return sqlite3_column_int64(m_handle, m_column++);
}

double Statement::real() {
    return optionalReal().value_or(std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> Statement::optionalReal() {
    const int column = m_column++;
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_NULL:
        return std::nullopt;
    case SQLITE_TEXT:
        return std::numeric_limits<double>::quiet_NaN();
    default:
        return sqlite3_column_double(m_handle, column);
    }
}

std::string Statement::text() {
    const std::span<const std::uint8_t> bytes = blob();
    return {bytes.begin(), bytes.end()};
}

std::span<const std::uint8_t> Statement::blob() {
    const int column = m_column++;
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_handle, column));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

Transaction::Transaction(Database& database)
    : m_database(database) {
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_open)
        return;
    try {
        m_database.run("ROLLBACK");
    } catch (const std::exception&) {
        // SQLite has rolled back by itself already.
    }
}

void Transaction::commit() {
    m_database.run("COMMIT");
    m_open = false;
}

} // namespace neurarium
