"use server";

import { tenantAction } from "@/lib/http/action";
import { createInvitation, resendInvitation, revokeInvitation } from "@/lib/invitations/commands";
import { createInvitationInput, invitationId } from "@/lib/invitations/schema";
import { deactivateMember, restoreMember, setMemberRoles, updateMember } from "@/lib/members/commands";
import { memberId, setMemberRolesInput, updateMemberInput } from "@/lib/members/schema";

export const setMemberRolesAction = tenantAction(setMemberRolesInput, setMemberRoles);
export const updateMemberAction = tenantAction(updateMemberInput, updateMember);
export const deactivateMemberAction = tenantAction(memberId, deactivateMember);
export const restoreMemberAction = tenantAction(memberId, restoreMember);
export const createInvitationAction = tenantAction(createInvitationInput, createInvitation);
export const resendInvitationAction = tenantAction(invitationId, resendInvitation);
export const revokeInvitationAction = tenantAction(invitationId, revokeInvitation);
