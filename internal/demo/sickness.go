package demo

// Rows of the large tables after Load.
const (
	Users         = 40305
	Properties    = 60000
	Contracts     = 80000
	Payments      = 200000
	Conversations = 30000
	Messages      = 300000
	UserSessions  = 50000
	LoginAttempts = 30000
	AuditLines    = 10000
)

// users.email: exact duplicates, and addresses that equal another but for case or surrounding spaces.
const (
	DuplicateEmailGroups  = 230
	DuplicateEmailSurplus = 270
	EmailVariants         = 35 // in 35 groups of their own: 20 differ in case, 15 in a space

	// Children of the surplus rows; a merge has to carry them over.
	SurplusContracts     = 200 // contracts.tenant_id, ON DELETE CASCADE
	SurplusSessions      = 500 // user_sessions.user_id, ON DELETE CASCADE
	SurplusReceived      = 300 // messages.recipient_id, ON DELETE SET NULL
	SurplusLoginAttempts = 60  // login_attempts.user_id, ON DELETE SET NULL
	SurplusSettings      = 70  // notification_settings.user_id, UNIQUE and ON DELETE CASCADE
	SurplusSent          = 600 // messages.sender, no foreign key
	SurplusProperties    = 24  // properties.user_id, no foreign key

	// SettingsConflicts rows of notification_settings find, once merged, that their user has settings already.
	SettingsConflicts = 60
)

// Rows that refer to nothing, and how many rows of the same columns are empty, which is fine.
const (
	OrphanProperties = 137 // properties.user_id -> users.id: no foreign key, the name tells
	OrphanPayments   = 41  // payments.contract_id -> contracts.id: behind a foreign key that is NOT VALID
	OrphanMessages   = 12  // messages.sender -> users.id: no foreign key, only the workload tells

	PropertiesWithoutUser    = 150
	PaymentsWithoutContract  = 200
	MessagesWithoutSender    = 500
	OrphanPropertiesTalkedOf = 20 // conversations.property_id of orphan properties, ON DELETE SET NULL
)

// Rows whose time has passed, and other matters of the application.
const (
	ExpiredSessions     = 30000 // user_sessions.expires_at
	LockedAccounts      = 45    // users.failed_login_attempts >= 5
	SuspiciousAddresses = 3     // login_attempts.ip_address: 40 failures each in the half hour before Load
	FailuresPerAddress  = 40

	// StaleSettings rows of notification_settings were updated after its last ANALYZE, and as many dead ones lie there.
	StaleSettings = 10025
)

// Names of what is broken, relative to schema public.
const (
	InvalidIndex          = "users_email_key"               // left by CREATE UNIQUE INDEX CONCURRENTLY
	NotValidForeignKey    = "payments_contract_id_fkey"     // broken by OrphanPayments rows
	NotValidCheck         = "payments_amount_positive"      // no row breaks it
	DuplicateIndex        = "user_sessions_user_idx"        // the same as user_sessions_user_id_idx
	RedundantIndex        = "conversations_property_id_idx" // the beginning of conversations_property_id_created_at_idx
	ExhaustedSequence     = "invoices_id_seq"               // serial of an integer column, 97 % used
	TableWithoutKey       = "property_imports"
	TableNeedingVacuum    = "notification_settings"
	DuplicateEmailsColumn = "users.email"
)

// ForeignKeysWithoutIndex are the foreign keys whose columns lead no index; that of audit_log is partitioned.
var ForeignKeysWithoutIndex = []string{
	"audit_log_user_id_fkey",
	"contracts_property_id_fkey",
	"payments_contract_id_fkey",
}

// Sessions that Sessions opens, by application name.
const (
	WebApplication    = "verihome-web"
	WorkerApplication = "verihome-worker"

	IdleSessions      = 3 // WebApplication, idle
	IdleInTransaction = 2 // WorkerApplication; one of them has written a row of login_attempts
)

// LegacyOrphans rows of viewings in LegacyDatabase refer to a tenant who is gone.
const LegacyOrphans = 20
