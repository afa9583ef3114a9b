// Written by tools/generate.ts from the contract. Do not edit.
import type * as calls from './calls.ts';
import type * as careplans from './careplans.ts';
import type * as channels from './channels.ts';
import type * as content from './content.ts';
import type * as encounters from './encounters.ts';
import type * as identity from './identity.ts';
import type * as intake from './intake.ts';
import type * as kernel from './kernel.ts';
import type * as monitoring from './monitoring.ts';
import type * as patients from './patients.ts';
import type * as timeline from './timeline.ts';
import type * as worklist from './worklist.ts';
import type { Call } from './route.ts';

export const routes = {
  'calls.addAttempt': { method: 'POST', path: '/api/calls/:callId/attempts', access: 'calls.work' },
  'calls.callOf': { method: 'GET', path: '/api/calls/:callId', access: 'calls.read' },
  'calls.callsOfPatient': { method: 'GET', path: '/api/patients/:patientId/calls', access: 'calls.read' },
  'calls.countMinutes': { method: 'PUT', path: '/api/calls/:callId/sessions/:sessionId', access: 'calls.work' },
  'calls.finishCall': { method: 'POST', path: '/api/calls/:callId/finish', access: 'calls.work' },
  'calls.holdFromCall': { method: 'POST', path: '/api/calls/:callId/hold', access: 'calls.work' },
  'calls.openCall': { method: 'POST', path: '/api/calls/:callId/open', access: 'calls.work' },
  'calls.saveAnswer': { method: 'PUT', path: '/api/calls/:callId/answers/:questionId', access: 'calls.work' },
  'careplans.choosePlan': { method: 'POST', path: '/api/plans/:planId/choice', access: 'careplans.write' },
  'careplans.completeTask': { method: 'POST', path: '/api/plan-tasks/:taskId/completion', access: 'careplans.write' },
  'careplans.endPlan': { method: 'POST', path: '/api/plans/:planId/end', access: 'careplans.write' },
  'careplans.listPlanTasks': { method: 'GET', path: '/api/plans/:planId/tasks', access: 'careplans.read' },
  'careplans.listPlans': { method: 'GET', path: '/api/patients/:patientId/plans', access: 'careplans.read' },
  'careplans.listUnplanned': { method: 'GET', path: '/api/wards/:wardId/unplanned', access: 'careplans.read' },
  'careplans.pausePlan': { method: 'POST', path: '/api/plans/:planId/pause', access: 'careplans.write' },
  'careplans.resumePlan': { method: 'POST', path: '/api/plans/:planId/resume', access: 'careplans.write' },
  'channels.allowOutgoing': { method: 'POST', path: '/api/channels/gate/allow', access: 'channels.gate' },
  'channels.listMessages': { method: 'GET', path: '/api/patients/:patientId/messages', access: 'channels.read' },
  'channels.readGate': { method: 'GET', path: '/api/channels/gate', access: 'channels.gate' },
  'channels.releaseSurge': { method: 'POST', path: '/api/channels/gate/release', access: 'channels.gate' },
  'channels.stopOutgoing': { method: 'POST', path: '/api/channels/gate/stop', access: 'channels.gate' },
  'content.importPacks': { method: 'POST', path: '/api/content/import', access: 'content.import' },
  'content.listPackAttempts': { method: 'GET', path: '/api/content/attempts', access: 'content.read' },
  'content.listPacks': { method: 'GET', path: '/api/content/packs', access: 'content.read' },
  'content.readPack': { method: 'GET', path: '/api/content/packs/:packId', access: 'content.read' },
  'encounters.enterByHand': { method: 'PUT', path: '/api/wards/:wardId/hand-entries/:encounterId', access: 'encounters.write' },
  'encounters.listDischarged': { method: 'GET', path: '/api/wards/:wardId/discharged', access: 'encounters.read' },
  'encounters.listInHouse': { method: 'GET', path: '/api/wards/:wardId/in-house', access: 'encounters.read' },
  'encounters.listJoinCards': { method: 'GET', path: '/api/join-cards', access: 'encounters.join-card' },
  'encounters.putPreparation': { method: 'PUT', path: '/api/encounters/:encounterId/preparation', access: 'encounters.write' },
  'encounters.readEncounter': { method: 'GET', path: '/api/encounters/:encounterId', access: 'encounters.read' },
  'identity.listHospitals': { method: 'GET', path: '/api/hospitals', access: 'public' },
  'identity.listStaff': { method: 'GET', path: '/api/wards/:wardId/staff', access: 'identity.roster.read' },
  'identity.lock': { method: 'POST', path: '/api/session/lock', access: 'identity.me' },
  'identity.login': { method: 'POST', path: '/api/session', access: 'public' },
  'identity.logout': { method: 'DELETE', path: '/api/session', access: 'identity.me' },
  'identity.me': { method: 'GET', path: '/api/me', access: 'identity.me' },
  'identity.putAbsence': { method: 'PUT', path: '/api/wards/:wardId/roster/absences/:absenceId', access: 'identity.roster.write' },
  'identity.putShift': { method: 'PUT', path: '/api/wards/:wardId/roster/shifts/:shiftId', access: 'identity.roster.write' },
  'identity.removeShift': { method: 'DELETE', path: '/api/wards/:wardId/roster/shifts/:shiftId', access: 'identity.roster.write' },
  'identity.roster': { method: 'GET', path: '/api/wards/:wardId/roster', access: 'identity.roster.read' },
  'identity.switchUser': { method: 'POST', path: '/api/session/switch', access: 'public' },
  'intake.correctMessage': { method: 'POST', path: '/api/intake/messages/:messageId/correction', access: 'intake.correct' },
  'intake.discardMessage': { method: 'POST', path: '/api/intake/messages/:messageId/discard', access: 'intake.correct' },
  'intake.fhirMetadata': { method: 'GET', path: '/fhir/metadata', access: 'public' },
  'intake.listFeeds': { method: 'GET', path: '/api/intake/feeds', access: 'intake.read' },
  'intake.listMessages': { method: 'GET', path: '/api/intake/messages', access: 'intake.read' },
  'intake.messageCounts': { method: 'GET', path: '/api/intake/counts', access: 'intake.read' },
  'intake.openMessage': { method: 'GET', path: '/api/intake/messages/:messageId', access: 'intake.read' },
  'intake.postBundle': { method: 'POST', path: '/fhir', access: 'intake.accept' },
  'intake.postBundleResource': { method: 'POST', path: '/fhir/Bundle', access: 'intake.accept' },
  'intake.putDispositionCodes': { method: 'PUT', path: '/api/intake/feeds/:feedId/disposition-codes', access: 'intake.correct' },
  'intake.replayMessage': { method: 'POST', path: '/api/intake/messages/:messageId/replay', access: 'intake.correct' },
  'intake.replayQuarantined': { method: 'POST', path: '/api/intake/replay', access: 'intake.correct' },
  'kernel.advanceClock': { method: 'POST', path: '/api/demo/clock', access: 'demo.clock' },
  'kernel.listParked': { method: 'GET', path: '/api/ops/parked', access: 'ops.parked' },
  'kernel.readClock': { method: 'GET', path: '/api/demo/clock', access: 'demo.clock' },
  'kernel.retryJob': { method: 'POST', path: '/api/ops/jobs/:jobId/retry', access: 'ops.parked' },
  'kernel.retryParked': { method: 'POST', path: '/api/ops/parked/:eventId/retry', access: 'ops.parked' },
  'monitoring.acknowledgeAlert': { method: 'POST', path: '/api/alerts/:alertId/acknowledge', access: 'monitoring.resolve' },
  'monitoring.correctReading': { method: 'POST', path: '/api/patients/:patientId/readings/:readingId/correction', access: 'monitoring.record' },
  'monitoring.dismissAlert': { method: 'POST', path: '/api/alerts/:alertId/dismiss', access: 'monitoring.resolve' },
  'monitoring.listAlerts': { method: 'GET', path: '/api/alerts', access: 'monitoring.read' },
  'monitoring.listReadings': { method: 'GET', path: '/api/patients/:patientId/readings', access: 'monitoring.read' },
  'monitoring.patientMeasures': { method: 'GET', path: '/api/patients/:patientId/measures', access: 'monitoring.read' },
  'monitoring.readAlert': { method: 'GET', path: '/api/alerts/:alertId', access: 'monitoring.read' },
  'monitoring.recordReading': { method: 'PUT', path: '/api/patients/:patientId/readings/:readingId', access: 'monitoring.record' },
  'monitoring.resolveAlert': { method: 'POST', path: '/api/alerts/:alertId/resolve', access: 'monitoring.resolve' },
  'patients.correctDeath': { method: 'DELETE', path: '/api/patients/:patientId/deceased', access: 'patients.hold' },
  'patients.liftHold': { method: 'DELETE', path: '/api/patients/:patientId/holds/:holdId', access: 'patients.hold' },
  'patients.markDeceased': { method: 'POST', path: '/api/patients/:patientId/deceased', access: 'patients.hold' },
  'patients.putConsent': { method: 'PUT', path: '/api/patients/:patientId/consents/:consentId', access: 'patients.consent' },
  'patients.putReach': { method: 'PUT', path: '/api/patients/:patientId/reach', access: 'patients.write' },
  'patients.putRelative': { method: 'PUT', path: '/api/patients/:patientId/relatives/:relativeId', access: 'patients.write' },
  'patients.readPatient': { method: 'GET', path: '/api/patients/:patientId', access: 'patients.read' },
  'patients.removeRelative': { method: 'DELETE', path: '/api/patients/:patientId/relatives/:relativeId', access: 'patients.write' },
  'patients.setHold': { method: 'PUT', path: '/api/patients/:patientId/holds/:holdId', access: 'patients.hold' },
  'timeline.readTimeline': { method: 'GET', path: '/api/patients/:patientId/timeline', access: 'timeline.read' },
  'worklist.assignItem': { method: 'POST', path: '/api/worklist/items/:itemId/assign', access: 'worklist.assign' },
  'worklist.countItems': { method: 'GET', path: '/api/worklist/counts', access: 'worklist.read' },
  'worklist.itemOf': { method: 'GET', path: '/api/worklist/items/:itemId', access: 'worklist.read' },
  'worklist.listItems': { method: 'GET', path: '/api/worklist', access: 'worklist.read' },
  'worklist.releaseItem': { method: 'POST', path: '/api/worklist/items/:itemId/release', access: 'worklist.work' },
  'worklist.snoozeItem': { method: 'POST', path: '/api/worklist/items/:itemId/snooze', access: 'worklist.work' },
  'worklist.takeItem': { method: 'POST', path: '/api/worklist/items/:itemId/take', access: 'worklist.work' },
  'worklist.takeItems': { method: 'POST', path: '/api/worklist/take', access: 'worklist.work' },
  'worklist.wakeItem': { method: 'POST', path: '/api/worklist/items/:itemId/wake', access: 'worklist.work' },
} as const;

export interface RouteTypes {
  'calls.addAttempt': Call<typeof calls.addAttempt>;
  'calls.callOf': Call<typeof calls.callOf>;
  'calls.callsOfPatient': Call<typeof calls.callsOfPatient>;
  'calls.countMinutes': Call<typeof calls.countMinutes>;
  'calls.finishCall': Call<typeof calls.finishCall>;
  'calls.holdFromCall': Call<typeof calls.holdFromCall>;
  'calls.openCall': Call<typeof calls.openCall>;
  'calls.saveAnswer': Call<typeof calls.saveAnswer>;
  'careplans.choosePlan': Call<typeof careplans.choosePlan>;
  'careplans.completeTask': Call<typeof careplans.completeTask>;
  'careplans.endPlan': Call<typeof careplans.endPlan>;
  'careplans.listPlanTasks': Call<typeof careplans.listPlanTasks>;
  'careplans.listPlans': Call<typeof careplans.listPlans>;
  'careplans.listUnplanned': Call<typeof careplans.listUnplanned>;
  'careplans.pausePlan': Call<typeof careplans.pausePlan>;
  'careplans.resumePlan': Call<typeof careplans.resumePlan>;
  'channels.allowOutgoing': Call<typeof channels.allowOutgoing>;
  'channels.listMessages': Call<typeof channels.listMessages>;
  'channels.readGate': Call<typeof channels.readGate>;
  'channels.releaseSurge': Call<typeof channels.releaseSurge>;
  'channels.stopOutgoing': Call<typeof channels.stopOutgoing>;
  'content.importPacks': Call<typeof content.importPacks>;
  'content.listPackAttempts': Call<typeof content.listPackAttempts>;
  'content.listPacks': Call<typeof content.listPacks>;
  'content.readPack': Call<typeof content.readPack>;
  'encounters.enterByHand': Call<typeof encounters.enterByHand>;
  'encounters.listDischarged': Call<typeof encounters.listDischarged>;
  'encounters.listInHouse': Call<typeof encounters.listInHouse>;
  'encounters.listJoinCards': Call<typeof encounters.listJoinCards>;
  'encounters.putPreparation': Call<typeof encounters.putPreparation>;
  'encounters.readEncounter': Call<typeof encounters.readEncounter>;
  'identity.listHospitals': Call<typeof identity.listHospitals>;
  'identity.listStaff': Call<typeof identity.listStaff>;
  'identity.lock': Call<typeof identity.lock>;
  'identity.login': Call<typeof identity.login>;
  'identity.logout': Call<typeof identity.logout>;
  'identity.me': Call<typeof identity.me>;
  'identity.putAbsence': Call<typeof identity.putAbsence>;
  'identity.putShift': Call<typeof identity.putShift>;
  'identity.removeShift': Call<typeof identity.removeShift>;
  'identity.roster': Call<typeof identity.roster>;
  'identity.switchUser': Call<typeof identity.switchUser>;
  'intake.correctMessage': Call<typeof intake.correctMessage>;
  'intake.discardMessage': Call<typeof intake.discardMessage>;
  'intake.fhirMetadata': Call<typeof intake.fhirMetadata>;
  'intake.listFeeds': Call<typeof intake.listFeeds>;
  'intake.listMessages': Call<typeof intake.listMessages>;
  'intake.messageCounts': Call<typeof intake.messageCounts>;
  'intake.openMessage': Call<typeof intake.openMessage>;
  'intake.postBundle': Call<typeof intake.postBundle>;
  'intake.postBundleResource': Call<typeof intake.postBundleResource>;
  'intake.putDispositionCodes': Call<typeof intake.putDispositionCodes>;
  'intake.replayMessage': Call<typeof intake.replayMessage>;
  'intake.replayQuarantined': Call<typeof intake.replayQuarantined>;
  'kernel.advanceClock': Call<typeof kernel.advanceClock>;
  'kernel.listParked': Call<typeof kernel.listParked>;
  'kernel.readClock': Call<typeof kernel.readClock>;
  'kernel.retryJob': Call<typeof kernel.retryJob>;
  'kernel.retryParked': Call<typeof kernel.retryParked>;
  'monitoring.acknowledgeAlert': Call<typeof monitoring.acknowledgeAlert>;
  'monitoring.correctReading': Call<typeof monitoring.correctReading>;
  'monitoring.dismissAlert': Call<typeof monitoring.dismissAlert>;
  'monitoring.listAlerts': Call<typeof monitoring.listAlerts>;
  'monitoring.listReadings': Call<typeof monitoring.listReadings>;
  'monitoring.patientMeasures': Call<typeof monitoring.patientMeasures>;
  'monitoring.readAlert': Call<typeof monitoring.readAlert>;
  'monitoring.recordReading': Call<typeof monitoring.recordReading>;
  'monitoring.resolveAlert': Call<typeof monitoring.resolveAlert>;
  'patients.correctDeath': Call<typeof patients.correctDeath>;
  'patients.liftHold': Call<typeof patients.liftHold>;
  'patients.markDeceased': Call<typeof patients.markDeceased>;
  'patients.putConsent': Call<typeof patients.putConsent>;
  'patients.putReach': Call<typeof patients.putReach>;
  'patients.putRelative': Call<typeof patients.putRelative>;
  'patients.readPatient': Call<typeof patients.readPatient>;
  'patients.removeRelative': Call<typeof patients.removeRelative>;
  'patients.setHold': Call<typeof patients.setHold>;
  'timeline.readTimeline': Call<typeof timeline.readTimeline>;
  'worklist.assignItem': Call<typeof worklist.assignItem>;
  'worklist.countItems': Call<typeof worklist.countItems>;
  'worklist.itemOf': Call<typeof worklist.itemOf>;
  'worklist.listItems': Call<typeof worklist.listItems>;
  'worklist.releaseItem': Call<typeof worklist.releaseItem>;
  'worklist.snoozeItem': Call<typeof worklist.snoozeItem>;
  'worklist.takeItem': Call<typeof worklist.takeItem>;
  'worklist.takeItems': Call<typeof worklist.takeItems>;
  'worklist.wakeItem': Call<typeof worklist.wakeItem>;
}
